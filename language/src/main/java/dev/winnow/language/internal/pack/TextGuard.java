package dev.winnow.language.internal.pack;

import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the raw text of a rule file: it must be of bounded size and show a human reader all that the parser reads. */
public final class TextGuard {

    private static final int LONGEST_LINE = 2_000;
    private static final int DEEPEST = 40;
    private static final Set<Byte> HIDDEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.PRIVATE_USE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    private TextGuard() {}

    /** The text with plain line ends and without a byte order mark; null if it is refused. */
    public static @Nullable String check(String file, String raw, List<Problem> problems) {
        String text = (raw.startsWith("\uFEFF") ? raw.substring(1) : raw)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        if (text.isBlank()) {
            problems.add(Problem.at(Place.file(file), "the file is empty"));
            return null;
        }
        int before = problems.size();
        List<String> lines = text.lines().toList();
        int depth = 0;
        for (int i = 0; i < lines.size() && problems.size() == before; i++) {
            String line = lines.get(i);
            if (line.length() > LONGEST_LINE) {
                problems.add(new Problem(
                        new Place(file, i + 1, 0, null),
                        Message.of("the line is longer than %s characters", "2,000"),
                        0,
                        Message.of("maybe break it into several?")));
                return null;
            }
            depth = line(file, i + 1, line, line.startsWith("rule") ? 0 : depth, problems);
        }
        return problems.size() == before ? text : null;
    }

    private static int line(String file, int number, String line, int open, List<Problem> problems) {
        int depth = open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            Message what = null;
            if (c == '(' && ++depth > DEEPEST) {
                what = Message.of("brackets are nested more than %s deep", DEEPEST);
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == 'u') {
                what = Message.of("`%s` hides a character; write the character itself", "\\u");
            } else if (isHidden(line, i)) {
                what = Message.of(
                        "the character %s cannot be seen, and is not allowed",
                        HiddenCharacters.name(line.codePointAt(i)));
            }
            if (what != null) {
                problems.add(new Problem(new Place(file, number, i + 1, line), what, 1, null));
                return depth;
            }
        }
        return depth;
    }

    /** The index of the first invisible character of a text; -1 if there is none. Line ends are allowed. */
    static int hidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n' && isHidden(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHidden(String line, int at) {
        int point = line.codePointAt(at);
        return point != '\t' && (HIDDEN.contains((byte) Character.getType(point)) || HiddenCharacters.isHidden(point));
    }
}
