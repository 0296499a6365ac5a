package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.util.HashMap;
import java.util.Map;

/** Values of an option that allows one value per key, such as {@code --capacity qingdao=3}. */
public final class KeyedWords {

    private final String option;
    private final Map<Object, String> words = new HashMap<>();

    public KeyedWords(String option) {
        this.option = option;
    }

    /** Adds a value; refuses a second one for the same key. */
    public void add(Object key, String word) {
        String earlier = words.putIfAbsent(key, word);
        if (earlier != null) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("%s and %s are about the same", shown(earlier), shown(word))
                            .with(Message.of("leave out one of them")));
        }
    }

    private Message shown(String word) {
        return Message.of("`%s`", option + " " + Columns.clean(word));
    }
}
