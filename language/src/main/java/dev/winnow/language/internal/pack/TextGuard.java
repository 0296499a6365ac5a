package dev.winnow.language.internal.pack;

import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the raw text of a rule file: its size is bounded, and a reader sees everything that the parser reads. */
public final class TextGuard {

    private static final int LONGEST_LINE = 2_000;
    private static final int DEEPEST = 40;

    private TextGuard() {}

    /** Returns the text with plain line ends and without a byte order mark; null if it is refused. */
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
                        Message.of("break it into several lines")));
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
                what = Message.of("`%s` escapes a character; write the character itself", "\\u");
            } else if (isHidden(line, i)) {
                what = Message.of(
                        "the invisible character %s is not allowed", HiddenCharacters.name(line.codePointAt(i)));
            }
            if (what != null) {
                problems.add(new Problem(new Place(file, number, i + 1, line), what, 1, null));
                return depth;
            }
        }
        return depth;
    }

    /** Whether a character is invisible, or looks different from font to font. */
    private static boolean isHidden(String line, int at) {
        if (at > 0 && Character.isSurrogatePair(line.charAt(at - 1), line.charAt(at))) {
            return false; // the first half was checked
        }
        int point = line.codePointAt(at);
        return Character.getType(point) == Character.PRIVATE_USE || HiddenCharacters.isHidden(point);
    }
}
