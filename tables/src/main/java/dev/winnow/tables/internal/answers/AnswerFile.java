package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a file of answers says.
 *
 * @param given answers that could be read, in the order of the file
 * @param refused rows that could not
 * @param about what the file says of itself: {@code pack.digest} and the like
 * @param place the file
 */
public record AnswerFile(List<Given> given, List<Refused> refused, Map<String, AnswerRow.Cell> about, Place place) {

    /** The words by which a file says what it was made from. */
    public static final List<String> ABOUT =
            List.of("pack.name", "pack.version", "pack.digest", "universe.name", "universe.digest");

    /**
     * An answer.
     *
     * @param said as the files of a universe give it
     * @param row where it comes from
     */
    public record Given(Node said, AnswerRow row) {}

    /**
     * A row that is not taken.
     *
     * @param problems why
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

    /** {@return its answers as a document of a universe} */
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
