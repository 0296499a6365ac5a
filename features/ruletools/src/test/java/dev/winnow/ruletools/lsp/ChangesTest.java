package dev.winnow.ruletools.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    private static final List<String> PIECES = List.of(
            "a", "rule \"x\"", "\n", "\r\n", "\r", "锂", "\uD83D\uDE00", "", "e\u0301", "\n\n", "\uD83D", "\uDE00");

    private static TextDocumentContentChangeEvent change(int line, int from, int toLine, int to, String text) {
        return new TextDocumentContentChangeEvent(new Range(new Position(line, from), new Position(toLine, to)), text);
    }

    /** Positions of a text by its lines, written independently of the server. */
    private static Position position(String text, int offset) {
        String[] lines = text.substring(0, offset).split("\r\n|\r|\n", -1);
        return new Position(lines.length - 1, lines[lines.length - 1].length());
    }

    private static boolean isInsideLineEnd(String text, int offset) {
        return offset > 0 && offset < text.length() && text.charAt(offset - 1) == '\r' && text.charAt(offset) == '\n';
    }

    @Test
    void tenThousandChangesGiveTheTextOfTheEditor() {
        Random random = new Random(45);
        String editor = "";
        String server = "";
        for (int done = 0; done < 10_000; ) {
            List<TextDocumentContentChangeEvent> notification = new ArrayList<>();
            for (int many = 1 + random.nextInt(4); many > 0; many--, done++) {
                int start = random.nextInt(editor.length() + 1);
                int end = Math.min(editor.length(), start + random.nextInt(editor.length() > 300 ? 40 : 4));
                start -= isInsideLineEnd(editor, start) ? 1 : 0;
                end -= isInsideLineEnd(editor, end) ? 1 : 0;
                end = Math.max(start, end);
                String typed = PIECES.get(random.nextInt(PIECES.size()));
                notification.add(new TextDocumentContentChangeEvent(
                        new Range(position(editor, start), position(editor, end)), typed));
                editor = editor.substring(0, start) + typed + editor.substring(end);
            }
            server = Changes.apply(server, notification);
            assertThat(server).isEqualTo(editor);
        }
    }

    @Test
    void aChangeIsAboutTheResultOfTheOneBefore() {
        assertThat(Changes.apply("one\ntwo", List.of(change(0, 0, 1, 0, ""), change(0, 3, 0, 3, "\n!"))))
                .isEqualTo("two\n!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 3 | 0 | 4 | 'a__?:c:d'", // a surrogate pair counts as two
                "0 | 9 | 0 | 9 | 'a__b?:c:d'", // at most at the end of the line, before CR LF
                "1 | 0 | 1 | 1 | 'a__b:?:d'",
                "2 | 1 | 2 | 1 | 'a__b:c:d?'",
                "0 | 4 | 2 | 0 | 'a__b?d'"
            })
    void positionsAreThoseOfTheProtocol(int line, int from, int toLine, int to, String expected) {
        String text = "a\uD83D\uDE00b\r\nc\rd";
        String changed = Changes.apply(text, List.of(change(line, from, toLine, to, "?")));
        assertThat(String.valueOf(changed).replace("\uD83D\uDE00", "__").replaceAll("\r\n|\r", ":"))
                .isEqualTo(expected);
    }

    @Test
    void aChangeOutsideTheTextLosesItUntilTheWholeTextArrives() {
        assertThat(Changes.apply("a\nb", List.of(change(2, 0, 2, 0, "x")))).isNull();
        assertThat(Changes.apply("a\nb", List.of(change(1, 1, 1, 0, "x")))).isNull();
        assertThat(Changes.apply("a\nb", List.of(change(1, 0, 0, 1, "x")))).isNull();
        assertThat(Changes.apply("a\nb", List.of(change(-1, 0, 0, 1, "x")))).isNull();
        assertThat(Changes.apply("a\nb", List.of(change(0, -1, 0, 1, "x")))).isNull();
        assertThat(Changes.apply(null, List.of(change(0, 0, 0, 0, "x")))).isNull();
        assertThat(Changes.apply(
                        null,
                        List.of(
                                change(0, 0, 0, 0, "lost"),
                                new TextDocumentContentChangeEvent("whole"),
                                change(0, 5, 0, 5, "!"))))
                .isEqualTo("whole!");
    }
}
