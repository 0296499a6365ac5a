package dev.winnow.model.vocabulary;

import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that a vocabulary gives to facts and to rows, with the checks on them. */
final class DeclaredNames {

    private static final Pattern PROPERTY = Pattern.compile(VocabularyKeys.PROPERTY_NAME);
    private static final Pattern ROW = Pattern.compile(VocabularyKeys.ROW_NAME);

    /** Words of the rule language and of Java that are not allowed as names. */
    private static final Set<String> WORDS = words("""
        abstract accumulate action and assert boolean break byte card case catch char class collect const
        contains continue count declare default double else end entry enum eval excludes exists extends
        false final finally float for forall from function global goto implements import init instanceof int
        interface long matches memberOf modify native new not null over package private protected public
        query record result return reverse rule salience short soundslike static strictfp sum super switch
        synchronized template then this throw throws transient true try type var void volatile when while
        yield values evidence getClass hashCode toString equals
        """);

    /** Keys that entries of a universe have in any vocabulary. */
    private static final Set<String> KEYS = words("""
        source asOf hindsight note zh value unit bound more milestones outcome illustrative own presences
        complete declared
        """);

    /** First parts of names of facts that need no declaration. */
    private static final Set<String> OWNERS = Set.of("project", "city", "limits", "coverages");

    /** The places of names by owner. */
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    /** The facts by owner and display name. */
    private final Map<String, Map<String, Called>> called = new HashMap<>();

    /**
     * A fact with a display name.
     *
     * @param place the place of the display name; null for a core fact
     */
    private record Called(String fact, @Nullable Place place) {}

    /** The places of the names of row types. */
    private final Map<String, Place> rows = new HashMap<>();

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /**
     * Adds the name of a property.
     *
     * @param owner the owner of the property: {@code project}, {@code city}, or a declared list
     * @param example a valid name for the message if this one is invalid
     * @param taken the existing names of the owner
     */
    void property(String owner, Node.Field field, String example, Set<String> taken, List<Problem> wrong) {
        String name = field.key();
        if (!PROPERTY.matcher(name).matches()) {
            wrong.add(field.problem(
                    Message.of("`%s` is not a valid name for a fact", shown(name)), advice(name, example)));
        } else if (WORDS.contains(name) || KEYS.contains(name)) {
            wrong.add(otherMeaning(field));
        } else if (taken.contains(name)) {
            Place before = places(owner).get(name);
            wrong.add(
                    before == null
                            ? field.problem(
                                    Message.of("`%s` already has `%s` without a declaration", owner, name),
                                    Message.of("remove the declaration, or choose another name"))
                            : field.problem(Message.of("`%s` is given already at %s", name, before)));
        } else {
            places(owner).putIfAbsent(name, field.place());
        }
    }

    /** Adds the name of a list of cities. */
    void list(Node.Field field, Set<String> taken, List<Problem> wrong) {
        if (OWNERS.contains(field.key())) {
            wrong.add(otherMeaning(field));
        } else {
            property(Vocabulary.CITY, field, "talents", taken, wrong);
        }
    }

    /**
     * Adds the name of the type of a list's rows.
     *
     * @param taken the existing types of rules
     */
    void row(String name, Node at, Set<String> taken, List<Problem> wrong) {
        if (!ROW.matcher(name).matches()) {
            wrong.add(at.problem(
                    Message.of("`%s` is not a valid name for a row", shown(name)),
                    Message.of(
                            "use a capital letter, then letters and digits, 3 to 40 in all, such as `%s`", "Talent")));
        } else if (taken.contains(name)) {
            Place before = rows.get(name);
            wrong.add(
                    before == null
                            ? at.problem(
                                    Message.of("`%s` is already a type in rules", name),
                                    Message.of("choose another name"))
                            : at.problem(Message.of("`%s` is given already at %s", name, before)));
        } else {
            rows.put(name, at.place());
        }
    }

    /**
     * Adds the display name of a fact. It must be unique within its owner, since results refer to facts by it, and may
     * not be the name of another fact in rules, since both are headings of its column.
     *
     * @param at its node
     */
    void called(String owner, String fact, LocalName called, Node at, List<Problem> wrong) {
        Map<String, Called> known = this.called.computeIfAbsent(owner, DeclaredNames::ofCore);
        for (String label : List.of(called.inLanguage(Language.EN), called.inLanguage(Language.ZH), fact)) {
            Called before = known.putIfAbsent(
                    label.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), new Called(fact, at.place()));
            if (before != null && !before.fact.equals(fact)) {
                wrong.add(at.problem(
                        before.place == null
                                ? Message.of("the core fact `%s` is also called `%s`", owner + "." + before.fact, label)
                                : before.fact.equalsIgnoreCase(label)
                                        ? Message.of("`%s` has another meaning, at %s", label, before.place)
                                        : Message.of(
                                                "`%s` is also called `%s`, at %s",
                                                owner + "." + before.fact, label, before.place),
                        Message.of("choose another name")));
                return;
            }
        }
    }

    private static Map<String, Called> ofCore(String owner) {
        Map<String, Called> known = new HashMap<>();
        DeclaredList core = CoreFacts.owner(owner);
        if (core != null) {
            core.properties().forEach(property -> ofCore(property.component().name(), property.name(), known));
        }
        if (owner.equals(Vocabulary.CITY)) {
            CoreFacts.lists().forEach(list -> ofCore(list.name(), list.called(), known));
        }
        return known;
    }

    private static void ofCore(String fact, LocalName called, Map<String, Called> known) {
        for (Language language : Language.values()) {
            known.put(called.inLanguage(language).toLowerCase(Locale.ROOT), new Called(fact, null));
        }
    }

    private static Problem otherMeaning(Node.Field field) {
        return field.problem(
                Message.of("`%s` has another meaning in rules or files", field.key()),
                Message.of("choose another name"));
    }

    private Map<String, Place> places(String owner) {
        return places.computeIfAbsent(owner, any -> new HashMap<>());
    }

    /** Returns advice with the words of a name joined, if that is a valid name, or with the example. */
    private static Message advice(String name, String example) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.strip().split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                boolean first = joined.isEmpty();
                char begin = first ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0));
                joined.append(begin).append(word, 1, word.length());
            }
        }
        String meant = joined.toString();
        boolean latin = name.chars().allMatch(c -> c == ' ' || c == '-' || c == '_' || Character.isLetterOrDigit(c));
        return latin && PROPERTY.matcher(meant).matches() && !WORDS.contains(meant) && !KEYS.contains(meant)
                ? Message.of("did you mean `%s`?", meant)
                : Message.of("use a small letter, then letters and digits, 3 to 40 in all, such as `%s`", example);
    }

    /** Returns a name that is safe to display. */
    static String shown(String name) {
        String plain = name.codePoints()
                .map(c -> HiddenCharacters.isHidden(c) || c < ' ' ? '?' : c)
                .limit(VocabularyKeys.LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.replace('`', '\'');
    }
}
