package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The possible meanings of headings in tables of a kind. */
public final class Meanings {

    /** Keys that only introduce a value. */
    private static final Set<String> VALUES = Set.of("name", "value", "title", "label", "amount", "text", "名称", "值");

    /** The entry of the catalogue with words such as planned, announced and total. */
    private static final String AS_PLANNED = "as-planned";

    /** The amounts of a project that mean the same with and without such a word. */
    private static final Set<String> PLANNED = Set.of("investment", "fundingNeed");

    /** Ends of headings that may name the projects, such as "plant name" and 工厂名称. */
    private static final Set<String> NAME = Set.of("name", "名称");

    static final int SHORT = 4;
    private static final double MOST_OF_IT = 0.6;

    private final EntryKind kind;
    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final Map<String, Set<String>> words;
    private final Set<String> doubted;

    /** Cache. Each cell of the first rows is tried as a heading, some of them joined with cells above and below. */
    private final Map<String, List<String>> exact = new HashMap<>();

    public Meanings(EntryKind kind) {
        this(kind, HeadingCatalogue.get().words(kind), HeadingCatalogue.get().doubted(kind));
    }

    /**
     * @param words normalised words for its properties, with their meanings
     * @param doubted words that are asked about
     */
    Meanings(EntryKind kind, Map<String, Set<String>> words, Set<String> doubted) {
        this.kind = kind;
        this.words = words;
        this.doubted = doubted;
    }

    EntryKind kind() {
        return kind;
    }

    /** Whether a heading means a property no more often than something else. */
    boolean isDoubted(String bare) {
        String folded = HeadingCatalogue.folded(bare);
        return doubted.contains(folded) && words.getOrDefault(folded, Set.of()).size() == 1;
    }

    /** Units declared by the vocabulary. */
    List<Unit> units() {
        return kind.kinds().vocabulary().units();
    }

    /** Exact meanings of a heading, as names of {@link Key}s. */
    List<String> exact(String bare) {
        List<String> known = exact.get(bare);
        if (known == null) {
            known = found(bare);
            exact.put(bare, known);
        }
        return known;
    }

    private List<String> found(String bare) {
        Key direct = Key.parse(bare, kind);
        if (direct != null) {
            return List.of(direct.name());
        }
        Set<String> whole = words.getOrDefault(HeadingCatalogue.folded(bare), Set.of());
        if (!whole.isEmpty()) {
            return isDoubted(bare) ? List.of() : List.copyOf(whole);
        }
        String planned = planned(HeadingCatalogue.folded(bare));
        return planned == null ? faceted(bare) : List.of(planned);
    }

    /**
     * The amount of a project whose word remains without words such as "announced", "planned" and "total"; null if
     * there is none.
     */
    private @Nullable String planned(String folded) {
        for (int i = 1; kind.isProjects() && i < folded.length() && folded.length() <= Headings.LONGEST_WORD; i++) {
            String before = folded.substring(0, i);
            String behind = folded.substring(i);
            String rest =
                    catalogue.says(AS_PLANNED, before) ? behind : catalogue.says(AS_PLANNED, behind) ? before : null;
            if (rest != null) {
                Set<String> whole = words.getOrDefault(rest, Set.of());
                String planned = PLANNED.containsAll(whole) && whole.size() == 1 && !doubted.contains(rest)
                        ? whole.iterator().next()
                        : planned(rest);
                if (planned != null) {
                    return planned;
                }
            }
        }
        return null;
    }

    /** Meanings of a heading that names a facet: 良率来源, {@code yield as of}, {@code 良率.2}. */
    private List<String> faceted(String bare) {
        int dot = bare.lastIndexOf('.');
        if (dot > 0 && bare.substring(dot + 1).matches("[2-9]|[1-9]\\d")) {
            return with(exact(bare.substring(0, dot)), bare.substring(dot));
        }
        String folded = HeadingCatalogue.folded(bare).replace(".", "");
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, Set<String>> facet : catalogue.facetWords().entrySet()) {
            String word = facet.getKey();
            if (folded.length() > word.length() && folded.endsWith(word)) {
                String before = folded.substring(0, folded.length() - word.length());
                List<String> properties =
                        dot > 0 ? exact(bare.substring(0, dot)) : List.copyOf(words.getOrDefault(before, Set.of()));
                facet.getValue().forEach(name -> found.addAll(with(properties, "." + name)));
            }
        }
        return List.copyOf(found);
    }

    private List<String> with(List<String> names, String more) {
        List<String> longer = new ArrayList<>();
        for (String name : names) {
            Key key = Key.parse(name + more, kind);
            if (key != null) {
                longer.add(key.name());
            }
        }
        return longer;
    }

    /** Possible meanings of an unknown heading, by similar spelling or by a known word that makes up most of it. */
    List<String> near(String bare) {
        String folded = HeadingCatalogue.folded(bare);
        Set<String> found = new LinkedHashSet<>(isDoubted(bare) ? words.getOrDefault(folded, Set.of()) : Set.of());
        if (found.isEmpty() && folded.length() > SHORT && folded.chars().allMatch(c -> c < 128)) {
            String nearest = Nearest.of(folded, words.keySet());
            // Misspellings rarely affect the first letter: "plant" is not a misspelt "grant".
            if (nearest != null && nearest.length() > SHORT && nearest.charAt(0) == folded.charAt(0)) {
                found.addAll(words.getOrDefault(nearest, Set.of()));
            }
        }
        if (found.isEmpty() && kind.isProjects() && NAME.stream().anyMatch(folded::endsWith)) {
            found.add("name");
        }
        if (found.isEmpty()) {
            words.keySet().stream()
                    .filter(word -> word.length() > 1 && folded.contains(word))
                    .filter(word -> word.length() >= MOST_OF_IT * folded.length())
                    .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                    .ifPresent(word -> found.addAll(words.getOrDefault(word, Set.of())));
        }
        return List.copyOf(found);
    }

    /** The amounts of money that a column can give; first those whose words begin with its heading. */
    List<String> ofMoney(String bare) {
        String folded = HeadingCatalogue.folded(bare);
        return kind.properties().stream()
                .map(Property::name)
                .filter(this::isMoney)
                .sorted(Comparator.comparing(name -> words.entrySet().stream()
                        .noneMatch(word -> word.getKey().startsWith(folded)
                                && word.getValue().contains(name))))
                .toList();
    }

    boolean isMoney(String name) {
        Key key = Key.parse(name, kind);
        Unit unit = key == null || key.facet() != null ? null : key.property().unit();
        return unit != null && unit.isMoney();
    }

    /**
     * Possible meanings of a path to a value, such as {@code sites[].city}, by its last key, or by the key before a
     * generic {@code name}.
     */
    public List<String> ofPath(String path) {
        List<String> keys = Stream.of(path.split("\\.|\\[\\]"))
                .filter(key -> !key.isBlank())
                .toList();
        if (keys.size() < 2) {
            return List.of();
        }
        String last = keys.get(keys.size() - 1);
        String before = keys.get(keys.size() - 2);
        List<String> outer = VALUES.contains(TextFolding.of(last)) ? exact(before) : List.of();
        List<String> own = outer.isEmpty() ? exact(last) : outer;
        return own.isEmpty() ? near(last) : own;
    }

    /** The property with a name given by the user; null if there is none. */
    @Nullable
    Key named(String name) {
        Key direct = Key.parse(name, kind);
        if (direct != null) {
            return direct;
        }
        List<String> exact = exact(name);
        return exact.size() == 1 ? Key.parse(exact.get(0), kind) : null;
    }

    /** The property with the most similar name, as advice; null if there is none. */
    public @Nullable Message advice(String name) {
        return Nearest.advice(
                name, kind.properties().stream().map(Property::name).toList());
    }
}
