package dev.winnow.model.result;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The display names of the things of a universe, by language. A name such as {@code Springfield 春田} holds an English
 * and a Chinese name; {@code zh:} beside it takes precedence over the Chinese part. No rule reads names. Immutable.
 */
public final class Names {

    /** Of a universe that names nothing. */
    public static final Names NONE = new Names(Vocabulary.core(), List.of());

    /** Lists of common nouns, which stand in the middle of a sentence without a capital letter. */
    private static final Set<String> COMMON = Set.of("links", "chains", "endMarkets", "tracks", "subTracks", "stages");

    /** No sign before it is Chinese. */
    private static final int FIRST_HAN = 0x2E80;

    private static final Pattern TWO = Pattern.compile("(\\P{IsHan}*\\w\\P{IsHan}*?)\\s+(\\p{IsHan}.*)");

    private final Map<String, Name> names = new HashMap<>();

    /** Those that have a Chinese name of their own, by the name that files give. */
    private final Map<String, String> chinese = new HashMap<>();

    private final Vocabulary vocabulary;

    private record Name(@Nullable String name, @Nullable String chinese) {}

    private Names(Vocabulary vocabulary, List<Node> files) {
        this.vocabulary = vocabulary;
        for (Node file : files) {
            for (String list :
                    List.of("sources", "endMarkets", "tracks", "subTracks", "stages", "cities", "projects", "chains")) {
                items(file, list).forEach(item -> {
                    add(list, item);
                    items(item, "links").forEach(link -> add("links", link));
                    items(item, "funds").forEach(fund -> add("funds", fund));
                });
            }
            items(file, "answers").stream()
                    .filter(answer -> "city.funds".equals(text(answer, "fact")))
                    .forEach(answer -> items(answer, "rows").forEach(fund -> add("funds", fund)));
        }
    }

    private Names(Names others) {
        vocabulary = others.vocabulary;
        names.putAll(others.names);
        chinese.putAll(others.chinese);
    }

    /**
     * These, and Chinese names of what another list has.
     *
     * @param list the list, such as {@code limits}
     * @param called what its members are called, by id
     */
    public Names and(String list, Map<String, String> called) {
        Names both = new Names(this);
        called.forEach((id, name) -> both.names.putIfAbsent(list + " " + id, new Name(null, name)));
        return both;
    }

    /** These, and others of what these do not name. */
    public Names and(Names others) {
        Names both = new Names(this);
        others.names.forEach(both.names::putIfAbsent);
        others.chinese.forEach(both.chinese::putIfAbsent);
        return both;
    }

    /** Collects the names that files give. */
    public static Names of(List<Node> files) {
        return of(Vocabulary.core(), files);
    }

    /**
     * Collects the names that files give.
     *
     * @param vocabulary which facts there are, and what they are called
     */
    public static Names of(Vocabulary vocabulary, List<Node> files) {
        return new Names(vocabulary, files);
    }

    /** Which facts there are, and what they are called. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    private static List<Node> items(Node map, String key) {
        Node list = map.isMap() ? map.get(key) : null;
        return list == null || !list.isList() ? List.of() : list.items();
    }

    private void add(String list, Node item) {
        String id = text(item, "id");
        String name = text(item, "name");
        String chinese = text(item, "zh");
        if (id != null && (name != null || chinese != null)) {
            names.putIfAbsent(list + " " + id, new Name(name, chinese));
            if (name != null && chinese != null) {
                this.chinese.putIfAbsent(name, chinese);
            }
        }
    }

    private static @Nullable String text(Node item, String key) {
        Node said = item.isMap() ? item.get(key) : null;
        Node value = said != null && said.isMap() ? said.get("value") : said;
        return value == null || !value.isScalar() || value.text().isBlank()
                ? null
                : value.text().strip();
    }

    /**
     * The display name of a thing.
     *
     * @param list the list that has it, such as {@code links} or {@code endMarkets}
     * @param id its id, which it is called by where it has no name
     */
    public String of(String list, String id, Language language) {
        Name name = names.get(list + " " + id);
        if (name == null) {
            return list.equals("firms") ? translated(id, language) : inLanguage(language, id);
        }
        if (language == Language.ZH && name.chinese != null) {
            return name.chinese;
        }
        return inLanguage(language, name.name == null ? id : name.name);
    }

    /** The same in the middle of a sentence: {@code core equipment}. */
    public String within(String list, String id, Language language) {
        String name = of(list, id, language);
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return COMMON.contains(list) && word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** The display name, in a language, of something that is identified by its name. */
    public String translated(String name, Language language) {
        String other = language == Language.ZH ? chinese.get(name) : null;
        return other == null ? inLanguage(language, name) : other;
    }

    /** The part of a name that is in a language: {@code Springfield} or {@code 春田} of {@code Springfield 春田}; all of it if it has no parts. */
    public static String inLanguage(Language language, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_HAN) {
                Matcher two = TWO.matcher(name);
                return two.matches() ? two.group(language == Language.EN ? 1 : 2) : name;
            }
        }
        return name; // as most names are
    }
}
