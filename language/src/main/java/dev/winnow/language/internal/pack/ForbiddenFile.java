package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Message;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that a pack must not contain, because other rule engines or builds would read or run it.
 *
 * @param what the kind of file
 * @param advice the alternative to use
 */
record ForbiddenFile(Message what, Message advice) {

    private static final Message NO_PROGRAMS = Message.of("a pack contains rules, not programs");
    private static final Message IN_RULES = Message.of("move its rules to a `%s` file", ".drl");
    private static final Message IN_LIMITS =
            Message.of("move its numbers to limits.yaml and its rules to `%s` files", ".drl");

    private record Kind(List<String> endings, Message what, Message advice) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(List.of(".dslr", ".rdslr"), Message.of("a rule file in a language of its own"), IN_RULES),
            new Kind(List.of(".dsl"), Message.of("a dictionary of such a language"), IN_RULES),
            new Kind(
                    List.of(".rdrl", ".drlx", ".drt", ".brl", ".template"),
                    Message.of("a rule file of another engine"),
                    IN_RULES),
            new Kind(
                    List.of(".xls", ".xlsx", ".xlsm", ".ods", ".csv", ".gdst", ".dtable", ".scgd"),
                    Message.of("a spreadsheet"),
                    IN_LIMITS),
            new Kind(
                    List.of(".dmn", ".pmml", ".bpmn", ".bpmn2", ".rf", ".cmmn"),
                    Message.of("a model for another engine"),
                    IN_RULES),
            new Kind(
                    List.of(".java", ".class", ".groovy", ".kt", ".scala", ".js", ".mvel", ".py", ".sh", ".bat"),
                    Message.of("a program"),
                    NO_PROGRAMS),
            new Kind(
                    List.of(".jar", ".zip", ".war", ".kjar", ".tar", ".gz", ".ser"),
                    Message.of("an archive, which may contain programs"),
                    NO_PROGRAMS),
            new Kind(
                    List.of(".xml", ".properties", ".packages", ".conf"),
                    Message.of("a configuration file of another engine"),
                    Message.of("use pack.yaml for settings")));

    /** Returns the forbidden kind of a file by its name; null if the file is allowed. */
    static @Nullable ForbiddenFile of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Kind kind : KINDS) {
            for (String ending : kind.endings()) {
                if (lower.endsWith(ending)) {
                    return new ForbiddenFile(
                            Message.of("`%s` files are not allowed in a pack: this is %s", ending, kind.what()),
                            kind.advice());
                }
            }
        }
        return null;
    }
}
