package dev.winnow.tables.mapping;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.Collection;
import java.util.List;

/** What is wrong with a mapping once it meets what it is for. */
public final class MappingProblems {

    private static final int FEW = 5;

    private MappingProblems() {}

    /** A path into a file that has no inside. */
    public static Problem noDocument(Node from, String file) {
        return from.problem(
                Message.of("`%s` holds rows, not a document that a path leads into", file),
                Message.of("maybe `%s`?", "sheet"));
    }

    /** A path that leads to no record. */
    public static Problem noRecords(RecordPath from, String file, List<String> candidates) {
        Message near = Nearest.advice(from.toString(), candidates);
        return from.said()
                .problem(
                        Message.of("`%s` leads to no records in `%s`", from, file),
                        near != null
                                ? near
                                : candidates.isEmpty()
                                        ? null
                                        : Message.of(
                                                "it has records at %s",
                                                Message.any(candidates.stream()
                                                        .limit(FEW)
                                                        .toList())));
    }

    /** A kind of entries that there is not. */
    public static Problem noKind(Node said, Collection<String> kinds) {
        return said.problem(
                Message.of("there is no kind of entry `%s`", said.text().strip()),
                Nearest.advice(said.text().strip(), kinds));
    }

    /** A target that is no property. */
    public static Message noProperty(String name) {
        return Message.of("`%s` names no property", name);
    }

    /** A target that is no property of the kind of entries that a mapping is of. */
    public static Message noProperty(String name, String kind) {
        return Message.of("`%s` have no `%s`", kind, name);
    }

    /** A unit that is none. */
    public static Problem noUnit(Node said) {
        return said.problem(
                Message.of("`%s` is no unit", said.text().strip()),
                Message.of("maybe `%s`, `%s` or `%s`?", "mn USD", "亿元", "%"));
    }

    /** A heading that a mapping names and no table has. */
    public static Problem noHeading(Node said, String heading, Collection<String> headings) {
        return said.problem(Message.of("no column is headed `%s`", heading), Nearest.advice(heading, headings));
    }
}
