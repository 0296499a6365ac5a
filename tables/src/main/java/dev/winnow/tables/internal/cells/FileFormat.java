package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The format of a file by its content, to name it when the ending of the file promises another one. */
final class FileFormat {

    private static final int SAMPLE = 1 << 16;

    private FileFormat() {}

    /** The problem of a file that should be a workbook; null if its content is in no known format. */
    static @Nullable Problem otherThanWorkbook(Path path, String file) throws IOException {
        byte[] bytes = start(path);
        Problem other = binary(path, bytes, file);
        if (other != null || bytes.length == 0) {
            return other == null ? FileProblems.empty(file) : other;
        }
        String text = text(bytes);
        if (text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c))) {
            return null;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return renamed(file, Message.of("JSON (.json)"), ".json");
        }
        String line = text.lines().findFirst().orElse("");
        return line.matches(".*[,;\\t].*") ? renamed(file, Message.of("separated values (.csv)"), ".csv") : null;
    }

    /** The problem of a file that should contain separated values; null if it is a text. */
    static @Nullable Problem otherThanSeparated(Path path, String file) throws IOException {
        byte[] bytes = start(path);
        if (begins(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            return FileProblems.oldWorkbook(file);
        }
        return binary(path, bytes, file);
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    }

    /** The problem of a container, an image or a page; null for other texts. */
    private static @Nullable Problem binary(Path path, byte[] bytes, String file) {
        if (begins(bytes, "PK\u0003\u0004")) {
            return zipped(path, file);
        }
        if (begins(bytes, "%PDF")) {
            return document(file, Message.of("a PDF document (.pdf)"));
        }
        if (begins(bytes, "\u0089PNG") || begins(bytes, "\u00FF\u00D8\u00FF") || begins(bytes, "GIF8")) {
            return document(file, Message.of("an image"));
        }
        String text = text(bytes).toLowerCase(Locale.ROOT);
        if (!text.startsWith("<")) {
            return null;
        }
        return text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                ? saved(file, Message.of("an XML spreadsheet (.xml)"))
                : text.matches("(?s)(<\\?xml.*|<!--.*)?<(!doctype html|html|head|table|meta)\\b.*")
                        ? saved(file, Message.of("a web page (.html)"))
                        : null;
    }

    private static @Nullable Problem zipped(Path path, String file) {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return renamed(file, Message.of("a workbook (.xlsx)"), ".xlsx");
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                return saved(file, Message.of("a binary workbook (.xlsb)"));
            }
            if (zip.getEntry("content.xml") != null) {
                return saved(file, Message.of("an OpenDocument file (.ods)"));
            }
            if (zip.getEntry("Index/Document.iwa") != null || zip.getEntry("Index.zip") != null) {
                return saved(file, Message.of("a Numbers spreadsheet (.numbers)"));
            }
            if (zip.getEntry("word/document.xml") != null) {
                return document(file, Message.of("a Word document (.docx)"));
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                return document(file, Message.of("a presentation (.pptx)"));
            }
            boolean damaged = zip.stream().anyMatch(part -> part.getName().startsWith("xl/"));
            return damaged ? null : problem(file, Message.of("a ZIP archive"), Message.of("unpack it"));
        } catch (IOException | IllegalArgumentException e) {
            return FileProblems.cutWorkbook(file);
        }
    }

    private static boolean begins(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static Problem saved(String file, Message format) {
        return problem(file, format, Message.of("open it in a spreadsheet program and save it as .xlsx"));
    }

    private static Problem document(String file, Message format) {
        return problem(file, format, Message.of("save its table as .xlsx or .csv"));
    }

    private static Problem renamed(String file, Message format, String ending) {
        return problem(file, format, Message.of("change its ending to `%s`", ending));
    }

    private static Problem problem(String file, Message format, Message advice) {
        return Problem.at(Place.file(file), "the content of the file is %s", format)
                .with(advice);
    }
}
