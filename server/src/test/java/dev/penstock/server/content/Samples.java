package dev.penstock.server.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The beginnings of files of many formats.
enum Samples {
    PDF(text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")),
    PNG(hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")),
    JPEG(hex("ffd8ffe000104a46494600010100000100010000ffdb004300")),
    GIF(text("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000")),
    TIFF(hex("49492a00080000000d00fe00040001000000000000000001")),
    WEBP(hex("524946462a000000574542505650382020000000")),
    BMP(hex("424d460000000000000036000000280000000200000002000000010018000000")),
    ZIP(zip("readme.txt", "read me")),
    DOCX(
            zip(
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types/>",
                    "word/document.xml",
                    "<w/>")),
    GZIP(gzip("some text")),
    BZIP2(hex("425a683931415926535936dcf05f")),
    XZ(hex("fd377a585a000004e6d6b4460200210116000000")),
    SEVEN_ZIP(hex("377abcaf271c0004d77e7a3d")),
    MP4(hex("0000001c6674797069736f6d0000020069736f6d69736f326d703431")),
    MP3(hex("49443303000000000f76545432000000050000006162")),
    WAV(hex("524946462400000057415645666d742010000000010001004")),
    FLAC(hex("664c614300000022100010000000000000000ac442f0")),
    OGG(hex("4f67675300020000000000000000b5e5000000000000000001e01766f72626973")),
    HTML(utf8("<!DOCTYPE html>\n<html><head><title>A</title></head><body></body></html>\n")),
    XML(utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<note><to>you</to></note>\n")),
    SVG(utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")),
    JSON(utf8("{\"a\": [1, 2, \"drei\"]}\n")),
    TEXT(utf8("Grün ist die Hoffnung.\nUnd 日本語.\n")),
    CSV(utf8("id;name\n1;a\n2;b\n")),
    FASTQ(utf8("@SEQ_ID\nGATTTGGGGTTC\n+\n!''*((((***+\n")),
    RTF(utf8("{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Courier;}}}")),
    WINDOWS_PROGRAM(
            hex(
                    "4d5a90000300000004000000ffff0000b80000000000000040000000000000000000000000000000"
                            + "0000000000000000000000000000000000000000800000000e1fba0e00b409cd21b8014ccd21")),
    LINUX_PROGRAM(hex("7f454c4602010100000000000000000002003e0001000000780040000000000040")),
    SQLITE(text("SQLite format 3\u0000\u0010\u0000\u0001\u0001\u0000@  \u0000\u0000\u0000\u0001")),
    DICOM(dicom()),
    OLE(hex("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900")),
    UNKNOWN(hex("8f3a0017c2a9fe01004477bb0c0d91e5aa5500ff"));

    /// A byte a character.
    private final String bytes;

    Samples(byte[] bytes) {
        this.bytes = new String(bytes, ISO_8859_1);
    }

    byte[] bytes() {
        return text(bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    private static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(utf8(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] dicom() {
        byte[] bytes = new byte[160];
        System.arraycopy(text("DICM"), 0, bytes, 128, 4);
        return bytes;
    }
}
