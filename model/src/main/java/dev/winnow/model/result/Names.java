package dev.winnow.model.result;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The display names of the entries of a universe, by language. A name such as {@code Springfield 春田} contains an
 * English and a Chinese name; a key {@code zh:} beside it takes precedence over the Chinese part. No rule reads names.
 * Immutable.
 */
public final class Names {

    /** The names of a universe without named entries. */
    public static final Names NONE = new Names(Vocabulary.core(), List.of());

    /** Lists of common nouns, which are not capitalised within a sentence. */
    private static final Set<String> COMMON = Set.of("links", "chains", "endMarkets", "tracks", "subTracks", "stages");

    /** The first CJK code point; text without any character from here on contains no Chinese. */
    private static final int FIRST_HAN = 0x2E80;

    private static final Pattern TWO = Pattern.compile("(\\P{IsHan}*\\w\\P{IsHan}*?)\\s+(\\p{IsHan}.*)");

    /** A source with a section of it: {@code article § 2}. */
    private static final Pattern SECTION = Pattern.compile("(\\S+)\\s*§.*");

    /** The names by list, then by id. */
    private final Map<String, Map<String, Name>> names = new HashMap<>();

    /** Separate Chinese names, by the name that files give. */
    private final Map<String, String> chinese = new HashMap<>();

    /** The sources with a title or an address, by id. */
    private final Map<String, Source> sources = new HashMap<>();

    /** Names that take precedence over these; null if there are none. */
    private final @Nullable Names first;

    private final Vocabulary vocabulary;

    /**
     * A name as files give it and as it is shown in each language. The shown forms are computed on first use; threads
     * that compute them at the same time get equal values.
     */
    private static final class Name {

        private final String given;
        private final @Nullable String chinese;
        private @Nullable String shown;
        private @Nullable String shownInChinese;
        private @Nullable String within;

        /**
         * Creates a name.
         *
         * @param given the name; the id of an entry without a name
         */
        Name(String given, @Nullable String chinese) {
            this.given = given;
            this.chinese = chinese;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name name && given.equals(name.given) && Objects.equals(chinese, name.chinese);
        }

        @Override
        public int hashCode() {
            return given.hashCode();
        }

        String in(Language language) {
            String known = language == Language.ZH ? shownInChinese : shown;
            if (known != null) {
                return known;
            }
            if (language != Language.ZH) {
                known = inLanguage(language, given);
                shown = known;
            } else {
                known = chinese == null ? inLanguage(language, given) : chinese;
                shownInChinese = known;
            }
            return known;
        }

        String within(String list, Language language) {
            String known = language == Language.ZH ? null : within;
            if (known == null) {
                known = inSentence(list, in(language));
                within = language == Language.ZH ? within : known;
            }
            return known;
        }
    }

    private record Source(
            @Nullable String title,
            @Nullable String chinese,
            @Nullable String url) {}

    private Names(Vocabulary vocabulary, List<Node> files) {
        this.first = null;
        this.vocabulary = vocabulary;
        for (Node file : files) {
            addUniverse(file.isMap() ? file.get("universe") : null);
            items(file, "sources").forEach(this::addSource);
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

    /** Creates names that others take precedence over. The others may be many, and are not copied. */
    private Names(Names first) {
        this.first = first;
        this.vocabulary = first.vocabulary;
    }

    private void put(String list, String id, Name name) {
        names.computeIfAbsent(list, any -> new HashMap<>()).putIfAbsent(id, name);
    }

    /**
     * Returns these names with Chinese names for a further list.
     *
     * @param list the list, such as {@code limits}
     * @param called the Chinese names by id
     */
    public Names and(String list, Map<String, String> called) {
        Names both = new Names(this);
        called.forEach((id, name) -> both.put(list, id, new Name(id, name)));
        return both;
    }

    /** Returns these names with others, which count for entries that these do not name. */
    public Names and(Names others) {
        Names both = new Names(this);
        both.add(others);
        return both;
    }

    private void add(Names others) {
        if (others.first != null) {
            add(others.first);
        }
        others.names.forEach((list, byId) -> byId.forEach((id, name) -> put(list, id, name)));
        others.chinese.forEach(chinese::putIfAbsent);
        others.sources.forEach(sources::putIfAbsent);
    }

    /** Returns the names that files give. */
    public static Names of(List<Node> files) {
        return of(Vocabulary.core(), files);
    }

    /**
     * Returns the names that files give.
     *
     * @param vocabulary the facts that may be stated, with their names
     */
    public static Names of(Vocabulary vocabulary, List<Node> files) {
        return new Names(vocabulary, files);
    }

    /** Returns the facts that may be stated, with their names. */
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
            put(list, id, new Name(name == null ? id : name, chinese));
            if (name != null && chinese != null) {
                this.chinese.putIfAbsent(name, chinese);
            }
        }
    }

    /** Adds the Chinese title of the universe, by its name. */
    private void addUniverse(@Nullable Node head) {
        String name = head == null ? null : text(head, "name");
        String chinese = head == null ? null : text(head, "zh");
        if (name != null && chinese != null) {
            put("universes", name, new Name(name, chinese));
        }
    }

    private void addSource(Node item) {
        String id = text(item, "id");
        Source source = new Source(text(item, "title"), text(item, "zh"), text(item, "url"));
        if (id != null && (source.title != null || source.url != null)) {
            sources.putIfAbsent(id, source);
        }
    }

    private @Nullable Source source(String cited) {
        Source known = first == null ? null : first.source(cited);
        return known == null ? sources.get(sourceId(cited)) : known;
    }

    /**
     * Returns the id of the source that a statement names, without the section behind it; free text is returned as it
     * is.
     *
     * @param cited the source as the statement names it: {@code article § 2}
     */
    @Internal
    public static String sourceId(String cited) {
        Matcher sectioned = SECTION.matcher(cited);
        return sectioned.matches() ? String.valueOf(sectioned.group(1)) : cited;
    }

    /**
     * Returns the title of the source that a statement names; null if the universe gives none.
     *
     * @param cited the source as the statement names it: {@code article § 2}
     */
    public @Nullable String sourceTitle(String cited, Language language) {
        Source source = source(cited);
        return source == null
                ? null
                : language == Language.ZH && source.chinese != null ? source.chinese : source.title;
    }

    /** Returns the address of the source that a statement names; null if the universe gives none. */
    public @Nullable String sourceUrl(String cited) {
        Source source = source(cited);
        return source == null ? null : source.url;
    }

    private static @Nullable String text(Node item, String key) {
        Node said = item.isMap() ? item.get(key) : null;
        Node value = said != null && said.isMap() ? said.get("value") : said;
        return value == null || !value.isScalar() || value.text().isBlank()
                ? null
                : value.text().strip();
    }

    /**
     * Returns the display name of an entry.
     *
     * @param list the list that contains it, such as {@code links} or {@code endMarkets}
     * @param id its id, which is returned for an entry without a name
     */
    public String of(String list, String id, Language language) {
        Name name = named(list, id);
        if (name == null) {
            return list.equals("firms") ? translated(id, language) : inLanguage(language, id);
        }
        return name.in(language);
    }

    private @Nullable Name named(String list, String id) {
        Name known = first == null ? null : first.named(list, id);
        Map<String, Name> byId = known == null ? names.get(list) : null;
        return byId == null ? known : byId.get(id);
    }

    private @Nullable String chinese(String name) {
        String known = first == null ? null : first.chinese(name);
        return known == null ? chinese.get(name) : known;
    }

    /** Returns the display name as it is written within a sentence: {@code core equipment}. */
    public String within(String list, String id, Language language) {
        Name name = named(list, id);
        return name == null ? inSentence(list, of(list, id, language)) : name.within(list, language);
    }

    private static String inSentence(String list, String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return COMMON.contains(list) && word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** Returns the display name, in a language, of an entry that is identified by its name. */
    public String translated(String name, Language language) {
        String other = language == Language.ZH ? chinese(name) : null;
        return other == null ? inLanguage(language, name) : other;
    }

    /**
     * Returns the part of a name in a language: {@code Springfield} or {@code 春田} for {@code Springfield 春田}; the whole
     * name if it has no such parts.
     */
    public static String inLanguage(Language language, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_HAN) {
                Matcher two = TWO.matcher(name);
                return two.matches() ? two.group(language == Language.ZH ? 2 : 1) : name;
            }
        }
        return name; // the usual case
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Names those
                && names.equals(those.names)
                && chinese.equals(those.chinese)
                && sources.equals(those.sources)
                && Objects.equals(first, those.first)
                && vocabulary.equals(those.vocabulary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, chinese, sources, first);
    }
}
