/** Commands that work as they stand when they are copied into a terminal. @param round slug of a round that exists */
export function codeExamples(publicUrl: string, round = "dot-khao-sat") {
  const api = `${publicUrl}/api/v1`;
  const json = (body: object) => JSON.stringify(body);
  return {
    list: `curl '${api}/procedures?q=xay+dung&limit=5'`,
    csv: `curl -H 'Accept: text/csv' '${api}/cases' -o phan-anh.csv`,
    results: `curl '${api}/rounds/${round}/results'`,
    send: [
      `curl -X POST '${api}/cases' \\`,
      `  -H 'Content-Type: application/json' -H 'Idempotency-Key: 6f1c2c1e-9f0e-4a53' \\`,
      `  -d '${json({
        kind: "hoi_dap",
        subject: "Thời gian cấp giấy phép",
        body: "Giấy phép xây dựng trong khu kinh tế được cấp trong bao lâu?",
        contact: { email: "ten@example.vn" },
      })}'`,
    ].join("\n"),
    answer: [
      `curl -X POST '${api}/rounds/${round}/answers' \\`,
      `  -H 'Content-Type: application/json' -H 'Idempotency-Key: 0d6a4b1f-7e21-40aa' \\`,
      `  -d '${json({ answers: { C1: 4, C2: 5 } })}'`,
    ].join("\n"),
  };
}

/** The same for Open311. @param key a key that works, or a word that stands for one */
export function open311Examples(publicUrl: string, key: string) {
  const open311 = `${publicUrl}/open311/v2`;
  return {
    read: `curl '${open311}/requests.json?service_code=hien-truong-giao-thong-ha-tang&page_size=10'`,
    send: [
      `curl '${open311}/requests.xml' \\`,
      `  --data-urlencode 'api_key=${key}' \\`,
      "  --data-urlencode 'service_code=hien-truong-giao-thong-ha-tang' \\",
      "  --data-urlencode 'description=Ổ gà sâu trước cổng chợ, xe máy dễ ngã vào buổi tối.' \\",
      "  --data-urlencode 'address_string=Trước chợ, đường Trần Phú'",
    ].join("\n"),
  };
}
