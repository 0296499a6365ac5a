package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Content of an answer file.
 *
 * @param given answers that could be read, in the order of the file
 * @param refused rows that could not be read
 * @param about metadata of the file, such as {@code pack.digest}
 * @param place the file
 */
public record AnswerFile(List<Given> given, List<Refused> refused, Map<String, AnswerRow.Cell> about, Place place) {

    /**
     * An answer.
     *
     * @param said the answer in the form of universe files
     * @param row the row of the answer
     */
    public record Given(Node said, AnswerRow row) {}

    /**
     * A refused row.
     *
     * @param problems the reasons
     */
    public record Refused(AnswerRow row, List<Problem> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public AnswerFile {
        given = List.copyOf(given);
        refused = List.copyOf(refused);
        about = Map.copyOf(about);
    }

    /** {@return the answers as a document of a universe} */
    public Node document() {
        return document(given.stream().map(Given::said).toList(), place);
    }

    /** {@return answers as a document of a universe} */
    public static Node document(List<Node> answers, Place place) {
        List<Node.Field> fields = new ArrayList<>();
        if (!answers.isEmpty()) {
            fields.add(new Node.Field("answers", place, Node.list(place, answers)));
        }
        return Node.map(place, fields);
    }
}
