package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text that a mapping sets for every row. {@code {heading}} is replaced by the row's own text, as in {@code
 * india-{id}}; {@code {name:id}} converts it to an id. Double braces stand for single ones. Immutable.
 */
public final class FilledText {

    private static final String AS_ID = ":id";

    /** A part of the text: literal text, or the heading of the column to insert. */
    private record Piece(String text, boolean fromRow, boolean asId) {}

    private final Node.Field field;
    private final List<Piece> pieces = new ArrayList<>();
    private final boolean open;

    FilledText(Node.Field field) {
        this.field = field;
        String text = field.value().text().strip();
        StringBuilder plain = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice && !inside) {
                plain.append(c);
                i++;
            } else if (c == (inside ? '}' : '{')) {
                add(plain, inside);
                inside = !inside;
            } else {
                plain.append(c);
            }
        }
        open = inside;
        add(plain, false);
    }

    private void add(StringBuilder text, boolean fromRow) {
        if (!text.isEmpty()) {
            String said = fromRow ? text.toString().strip() : text.toString();
            boolean asId = fromRow && said.endsWith(AS_ID);
            pieces.add(new Piece(
                    asId ? said.substring(0, said.length() - AS_ID.length()).strip() : said, fromRow, asId));
            text.setLength(0);
        }
    }

    /** The node in the mapping. */
    public Node said() {
        return field.value();
    }

    /** A problem at the property's place in the mapping. */
    public Problem problem(Message what, @Nullable Message advice) {
        return field.problem(what, advice);
    }

    /** Whether a brace is not closed. */
    boolean isOpen() {
        return open;
    }

    /** Headings whose texts are inserted. */
    public List<String> headings() {
        return pieces.stream().filter(Piece::fromRow).map(Piece::text).toList();
    }

    /**
     * The text for a row; empty if the row has no text for one of its headings.
     *
     * @param row returns the text under a heading
     * @param id converts a text to an id
     */
    public String fill(Function<String, @Nullable String> row, UnaryOperator<String> id) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            String text = piece.fromRow ? row.apply(piece.text) : piece.text;
            if (text == null || (piece.fromRow && text.isBlank())) {
                return "";
            }
            filled.append(piece.asId ? id.apply(text.strip()) : piece.fromRow ? text.strip() : text);
        }
        return filled.toString();
    }
}
