package dev.winnow.model.internal.read;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a city that is given twice, under two ids. Cities are one if they share a name in Chinese characters; if either has
 * none, if they share one in letters: different cities may be spelt alike.
 */
public final class CityNames {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private final List<Names> seen = new ArrayList<>();

    /** @param idNode where the id stands */
    private record Names(String id, Node idNode, Set<String> letters, Set<String> chinese) {

        boolean share(Names other) {
            boolean byLetters = chinese.isEmpty() || other.chinese.isEmpty();
            Set<String> mine = byLetters ? letters : chinese;
            Set<String> theirs = byLetters ? other.letters : other.chinese;
            return !Collections.disjoint(mine, theirs); // asked for each two cities
        }
    }

    /** What is wrong with a city that was given before under another id; null if nothing. */
    public @Nullable Problem again(String id, Node city) {
        Names names = names(id, city);
        Node at = city.get("name") == null ? HistoryReader.idNode(city) : city.get("name");
        for (Names earlier : seen) {
            if (!earlier.id.equals(id) && earlier.share(names)) {
                return at == null
                        ? null
                        : at.problem(
                                Message.of(
                                        "the city `%s` is `%s` by another id, which stands at %s",
                                        id, earlier.id, earlier.idNode.place()),
                                Message.of("maybe one city, with one id?"));
            }
        }
        seen.add(names);
        return null;
    }

    private static Names names(String id, Node city) {
        Set<String> letters = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        letters.add(id.toLowerCase(Locale.ROOT));
        for (String key : new String[] {"name", "zh"}) {
            Node value = city.get(key);
            String text = value == null ? "" : value.isMap() ? value(value) : value.text();
            Matcher han = CHINESE.matcher(text);
            while (han.find()) {
                chinese.add(han.group());
            }
            String rest = CHINESE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
            if (!rest.isEmpty()) {
                letters.add(rest);
            }
        }
        return new Names(id, HistoryReader.idNode(city), letters, chinese);
    }

    private static String value(Node object) {
        Node value = object.get("value");
        return value == null ? "" : value.text();
    }
}
