package dev.winnow.tables.answers;

import dev.winnow.model.source.Node;
import dev.winnow.tables.cells.YamlText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes answers as a file of a universe, to be read beside the files whose projects and cities they are of. */
public final class AnswerDocument {

    private AnswerDocument() {}

    /**
     * Writes answers in YAML and UTF-8, without closing the stream.
     *
     * @param comment a line at the top, of what they were made from
     */
    public static void write(String comment, List<Node> answers, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        text.append(answers.isEmpty() ? "answers: []\n" : "answers:\n");
        for (Node answer : answers) {
            String lead = "  - ";
            for (Node.Field field : answer.each()) {
                text.append(lead)
                        .append(field.key())
                        .append(": ")
                        .append(value(field.value()))
                        .append('\n');
                lead = "    ";
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String value(Node value) {
        return value.isScalar() ? YamlText.of(value.text()) : flow(value);
    }

    private static String flow(Node node) {
        return switch (node.kind()) {
            case NULL -> "~";
            case SCALAR -> YamlText.item(node.text());
            case LIST -> node.items().stream().map(AnswerDocument::flow).collect(Collectors.joining(", ", "[", "]"));
            case MAP ->
                node.each().stream()
                        .map(field -> field.key() + ": " + flow(field.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
