package dev.winnow.model.internal.read;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file in a universe's folder that is not one of its documents. A file that may contain facts is reported; other
 * files, such as a README, a page or a picture, are not.
 */
final class UnreadFile {

    /** The endings of documents; advice proposes the first. */
    private static final List<String> DOCUMENTS = List.of(".yaml", ".yml", ".json");

    private static final List<String> TABLES =
            List.of(".csv", ".tsv", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ndjson", ".jsonl");

    /** The endings of unsupported spreadsheets, whose programs can also write supported ones. */
    private static final List<String> OTHER_TABLES = List.of(".ods", ".xlsb", ".numbers", ".et");

    /** The ending of a file that describes how the table beside it is read. */
    private static final String MAPPING = ".map.yaml";

    /** Beginnings of the names of files about the folder, with any ending. */
    private static final List<String> ABOUT = List.of(
            "readme", "license", "licence", "copying", "notice", "authors", "changelog", "contributing", "citation");

    /** The endings of pages, pictures, archives and programs. */
    private static final Set<String> BESIDE = Set.of("""
            md markdown adoc rst pdf htm html mhtml doc docx odt rtf ppt pptx eml msg png jpg jpeg gif svg webp tif tiff zip gz \
            py sh bat ps1 r ipynb js""".split(" "));

    /** Files that operating systems and office programs leave behind. */
    private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "desktop.ini");

    private UnreadFile() {}

    /** Whether it is a table, which is read when named itself, but not as part of a folder. */
    static boolean isTable(Path file) {
        return endsIn(TABLES, file);
    }

    private static boolean endsIn(List<String> endings, Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** Whether it describes how the table beside it is read. */
    static boolean isMapping(Path file) {
        return name(file).endsWith(MAPPING) && Files.isRegularFile(mapped(file));
    }

    /** Returns the table that a mapping describes. */
    static Path mapped(Path mapping) {
        String name = name(mapping);
        return mapping.resolveSibling(name.substring(0, name.length() - MAPPING.length()));
    }

    /**
     * Returns the problem that a file is not read, with advice; null if it need not be reported.
     *
     * @param mapped whether a mapping lies beside it
     * @param own whether the folder is one of own candidates
     */
    static @Nullable Problem note(Path file, boolean mapped, boolean own) {
        String shown = TextFile.shown(file);
        String given = (own ? "--project " : "-u ") + shown;
        if (isBeside(file)) {
            return null;
        }
        if (mapped || isTable(file) || endsIn(OTHER_TABLES, file)) {
            return new Problem(
                    Place.file(shown),
                    Message.of("a table is not read as part of its folder"),
                    0,
                    mapped || isTable(file)
                            ? Message.of("name it as well: `%s`", given)
                            : Message.of("save it as .xlsx or .csv, and name that file as well"));
        }
        if (Files.isDirectory(file)) {
            return new Problem(
                    Place.file(shown),
                    Message.of("the folder is a link, which is not followed"),
                    0,
                    Message.of("name it as well: `%s`", given));
        }
        return new Problem(
                Place.file(shown),
                Message.of("the file is not read because its name does not end in %s", Message.any(DOCUMENTS)),
                0,
                advice(file, given));
    }

    private static Message advice(Path file, String given) {
        String meant = document(file);
        String apart = "." + name(file);
        if (meant != null && Files.notExists(file.resolveSibling(meant))) {
            return Message.of("rename it to `%s` if it belongs to the universe, else to `%s`", meant, apart);
        }
        return name(file).toLowerCase(Locale.ROOT).endsWith(".txt")
                ? Message.of(
                        "name it as well, `%s`, if it is a table; rename it to `%s` if it does not belong to the universe",
                        given, apart)
                : Message.of("rename it to `%s` if it does not belong to the universe", apart);
    }

    /**
     * Returns the document whose name a file's name resembles or contains: {@code a.yml} for {@code a.yml.bak}; null if
     * there is none.
     */
    private static @Nullable String document(Path file) {
        String name = name(file);
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : DOCUMENTS) {
            int at = lower.indexOf(ending);
            if (at > 0) {
                return name.substring(0, at + ending.length());
            }
        }
        int point = name.lastIndexOf('.');
        String near = point < 1 ? null : Nearest.of(lower.substring(point), DOCUMENTS);
        return near == null || near.charAt(1) != lower.charAt(point + 1) ? null : name.substring(0, point) + near;
    }

    private static boolean isBeside(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        int point = name.lastIndexOf('.');
        return ABOUT.stream().anyMatch(name::startsWith)
                || name.startsWith("~$") // lock file of an open workbook
                || LEFT_BEHIND.contains(name)
                || BESIDE.contains(name.substring(point + 1));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
