/** The commonest family names, without diacritics: they start more than nineteen names in twenty. */
export const familyNames: ReadonlySet<string> = new Set(
  (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan trinh lam mai cao luong " +
    "luu dao ha ta thai chau quach to la kieu hua vuong phung tang ton nghiem dam khuc tong lai thach son dau diep " +
    "trieu tu lo vi quang tieu khuong tao bach mac bien chu hau thieu luc au"
  ).split(" "),
);

/** People of history whose names are streets, schools and bridges: no findings unless a title stands before. */
const ofStreets = new Set(
  (
    "nguyen van troi|nguyen van cu|nguyen van linh|nguyen van luong|nguyen van qua|nguyen van bay|nguyen thi dinh|nguyen thi minh khai|" +
    "nguyen thi thap|nguyen thi nho|pham van dong|pham van hai|pham van chi|pham van bach|vo van kiet|vo van tan|vo van ngan|vo thi sau|" +
    "vo nguyen giap|le van sy|le van luong|le van viet|le van quoi|le van hien|le van tam|hoang van thu|hoang van thai|hoang quoc viet|" +
    "hoang hoa tham|tran hung dao|tran quang khai|tran quang dieu|tran nhan tong|tran nhat duat|tran quoc toan|tran quy cap|tran binh trong|" +
    "tran cao van|tran khanh du|tran dai nghia|tran van khe|tran nguyen han|le hong phong|le thanh ton|le thanh tong|le thanh phuong|le dai hanh|" +
    "le quy don|le thi rieng|le trong tan|le duc tho|nguyen trai|nguyen tri phuong|nguyen truong to|nguyen thien thuat|nguyen dinh chieu|" +
    "nguyen binh khiem|nguyen cong tru|nguyen huu canh|nguyen huu tho|nguyen chi thanh|nguyen khuyen|nguyen thai hoc|nguyen thai binh|" +
    "nguyen tat thanh|nguyen luong bang|nguyen ai quoc|nguyen phuc chu|nguyen sinh sac|nguyen gia thieu|nguyen thuong hien|phan boi chau|phan chu trinh|" +
    "phan chau trinh|phan dinh phung|phan dinh giot|phan dang luu|phan van tri|ho chi minh|ho xuan huong|ho tung mau|huynh thuc khang|huynh tan phat|" +
    "ly thuong kiet|ly thai to|ly tu trong|ly nam de|ly chinh thang|ngo gia tu|ngo quyen|ngo duc ke|bui thi xuan|dinh tien hoang|dinh bo linh|" +
    "doan thi diem|truong cong dinh|ton duc thang|ton that tung|ton that thuyet|luong the vinh|luong dinh cua|luong ngoc quyen|to hien thanh|to hieu|" +
    "cao ba quat|cao thang|mai thuc loan|mac dinh chi|mac thi buoi|chu van an|dang thai mai|dang thuy tram|dang tat|do xuan hop|duong quang ham|" +
    "trinh hoai duc|bach dang|trieu viet vuong|tu duc thang|tran phu|le duan|le loi|le lai|ha huy tap|ho xuan|phung hung|to ngoc van|thai phien|dao duy tu"
  ).split("|"),
);

/** Whether this begins with such a name; `bare` words with single spaces. */
export const isOfStreets = (bare: string): boolean => {
  const words = bare.split(" ");
  return [2, 3, 4].some((many) => ofStreets.has(words.slice(0, many).join(" ")));
};

/** Places, companies and their kinds: a name after one of these is theirs. Bare letters, at the end of what is before. */
export const placeBefore =
  /(?<![a-z])(?:duong|pho|phuong|cau|cho|chua|den|lang|truong|thpt|thcs|tieu hoc|mam non|dai hoc|cao dang|cong vien|benh vien|quang truong|nga (?:ba|tu|nam)|nut giao|vong xoay|ben xe|tuyen|dai lo|hem|ngo|kiet|kcn|khu(?: pho| cong nghiep| kinh te| tai dinh cu)?|cum cong nghiep|cong ty|cty|tnhh|mtv|mot thanh vien|co phan|cp|dntn|doanh nghiep|hop tac xa|htx|hkd|ho kinh doanh|tap doan|nha may|nha hang|khach san|quy|giai(?: thuong)?|so \d{1,4}[a-z]?(?:\/\d{1,4})?|tinh|thanh pho|tp\.?|dao|nui|song|ho|vinh|thi tran|thi xa|quan|huyen|xa|thon|ap|to dan pho)[ :“"]{1,2}$/u;

/** Words that end a lower-case name. */
export const wordsAfterName: ReadonlySet<string> = new Set(
  (
    "o ngu sinh la hien cccd cmnd so dang tru thuong co va xin muon gui lam nay tai sdt dt cong nhan sn que cua cho voi bi da duoc hoi de khong " +
    "thi ma den nha ben phong toi em chi anh ong ba thay nhan ho cung dia email mail stk khi tu tren trong"
  ).split(" "),
);

/** Posts; a leader who signs or is named with one in an official document is no finding. */
export const posts =
  /(?<![a-z])(?:chu tich|giam doc|truong (?:ban|phong|doan|thon)|pho (?:ban|phong|chu tich|giam doc|truong)|bi thu|thu truong|bo truong|thu tuong|cuc truong|chi cuc truong|chanh (?:van phong|thanh tra)|kt\.|tm\.|tl\.|tuq\.|nguoi ky|da ky|ky ten|chuc vu)/u;
