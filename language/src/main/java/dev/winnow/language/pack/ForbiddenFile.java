package dev.winnow.language.pack;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that other rule engines and builds would read or run, and that a pack therefore never holds.
 *
 * @param what what it is
 * @param advice what to do instead
 */
record ForbiddenFile(String what, String advice) {

    private static final String NO_PROGRAMS = "a pack holds rules and no programs";
    private static final String IN_RULES = "write its rules into a `.drl` file";
    private static final String IN_LIMITS = "put its numbers into limits.yaml, and its rules into `.drl` files";

    private record Kind(List<String> endings, String what, String advice) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(List.of(".dslr", ".rdslr"), "is a rule file in words of its own", IN_RULES),
            new Kind(List.of(".dsl"), "is a dictionary that turns words into code", IN_RULES),
            new Kind(
                    List.of(".rdrl", ".drlx", ".drt", ".brl", ".template"),
                    "is a rule file of another engine",
                    IN_RULES),
            new Kind(
                    List.of(".xls", ".xlsx", ".xlsm", ".ods", ".csv", ".gdst", ".dtable", ".scgd"),
                    "is a table",
                    IN_LIMITS),
            new Kind(
                    List.of(".dmn", ".pmml", ".bpmn", ".bpmn2", ".rf", ".cmmn"),
                    "is a model of another kind",
                    IN_RULES),
            new Kind(
                    List.of(".java", ".class", ".groovy", ".kt", ".scala", ".js", ".mvel", ".py", ".sh", ".bat"),
                    "is a program",
                    NO_PROGRAMS),
            new Kind(
                    List.of(".jar", ".zip", ".war", ".kjar", ".tar", ".gz", ".ser"),
                    "is an archive, and may hold programs",
                    NO_PROGRAMS),
            new Kind(
                    List.of(".xml", ".properties", ".packages", ".conf"),
                    "is a settings file of another engine",
                    "a pack has no settings but pack.yaml"));

    /** What a file is, by its name; null if it is no such file. */
    static @Nullable ForbiddenFile of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Kind kind : KINDS) {
            for (String ending : kind.endings()) {
                if (lower.endsWith(ending)) {
                    return new ForbiddenFile(
                            "`" + ending + "` files do not belong in a pack: this " + kind.what(), kind.advice());
                }
            }
        }
        return null;
    }
}
