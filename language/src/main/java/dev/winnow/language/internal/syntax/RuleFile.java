package dev.winnow.language.internal.syntax;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one rule file, and the problems found in it.
 *
 * @param path the path as the user wrote it
 * @param criterion its name without the extension
 * @param text its content
 * @param lines its lines without line ends
 * @param problems the problems found, to which parsers and checks add
 */
public record RuleFile(String path, String criterion, String text, List<String> lines, List<Problem> problems) {

    public RuleFile(String path, String criterion, String text, List<Problem> problems) {
        this(path, criterion, text, linesOf(text), problems);
    }

    /** The lines as the lexer counts them: unlike {@link String#lines()}, a carriage return alone ends none. */
    private static List<String> linesOf(String text) {
        String[] lines = text.split("\n", -1);
        int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        return Arrays.stream(lines, 0, count)
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    public Place place(TokenPosition spot) {
        String line = spot.line() <= lines.size() ? lines.get(spot.line() - 1) : null;
        return new Place(path, spot.line(), spot.column(), line);
    }

    /** Returns the text at a position. */
    String text(TokenPosition spot) {
        String line = lines.get(spot.line() - 1);
        return line.substring(spot.column() - 1, Math.min(spot.column() - 1 + spot.length(), line.length()));
    }

    public void report(TokenPosition spot, Message what, @Nullable Message advice) {
        problems.add(new Problem(place(spot), what, spot.length(), advice));
    }
}
