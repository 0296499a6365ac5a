package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.util.HashMap;
import java.util.Map;

/** The words of an option that may be given once for each key, such as {@code --capacity qingdao=3}. */
public final class KeyedWords {

    private final String option;
    private final Map<Object, String> words = new HashMap<>();

    public KeyedWords(String option) {
        this.option = option;
    }

    /** Takes a word; refuses a second one of its key, since only one could count. */
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
