import nodemailer, { type SendMailOptions } from "nodemailer";

const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });

/** A mail as it travels: headers, plain text and HTML, lines ended as SMTP wants them. */
export async function composeMail(mail: SendMailOptions): Promise<Buffer> {
  const { message } = await composer.sendMail(mail);
  if (!Buffer.isBuffer(message)) throw new TypeError("nodemailer composed a stream");
  return message;
}
