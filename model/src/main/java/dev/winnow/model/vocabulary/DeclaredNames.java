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

/** The names that a vocabulary gives to facts and to rows, and the rules that they keep. */
final class DeclaredNames {

    private static final Pattern PROPERTY = Pattern.compile(VocabularyKeys.PROPERTY_NAME);
    private static final Pattern ROW = Pattern.compile(VocabularyKeys.ROW_NAME);

    /** Words of the rule language, and words of Java that no name may be. */
    private static final Set<String> WORDS = words("""
        abstract accumulate action and assert boolean break byte card case catch char class collect const
        contains continue count declare default double else end entry enum eval excludes exists extends
        false final finally float for forall from function global goto implements import init instanceof int
        interface long matches memberOf modify native new not null over package private protected public
        query record result return reverse rule salience short soundslike static strictfp sum super switch
        synchronized template then this throw throws transient true try type var void volatile when while
        yield values evidence getClass hashCode toString equals
        """);

    /** Keys that an entry of a universe has whatever is declared. */
    private static final Set<String> KEYS = words("""
        source asOf hindsight note zh value unit bound more milestones outcome illustrative own presences
        complete declared
        """);

    /** What the names of facts begin with, or name rows of, without any declaration. */
    private static final Set<String> OWNERS = Set.of("project", "city", "limits", "coverages");

    /** Where the names of each owner are given. */
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    /** What the facts of each owner are called. */
    private final Map<String, Map<String, Called>> called = new HashMap<>();

    /** @param place where a fact is called so; null for one of the core */
    private record Called(String fact, @Nullable Place place) {}

    /** Where the types of rows are given. */
    private final Map<String, Place> rows = new HashMap<>();

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /**
     * Takes the name of a property.
     *
     * @param owner whose property it is: {@code project}, {@code city}, or a declared list
     * @param example a name to show where this one is none
     * @param taken the names that the owner has already
     */
    void property(String owner, Node.Field field, String example, Set<String> taken, List<Problem> wrong) {
        String name = field.key();
        if (!PROPERTY.matcher(name).matches()) {
            wrong.add(field.problem(Message.of("`%s` is no name for a fact", shown(name)), advice(name, example)));
        } else if (WORDS.contains(name) || KEYS.contains(name)) {
            wrong.add(otherMeaning(field));
        } else if (taken.contains(name)) {
            Place before = places(owner).get(name);
            wrong.add(
                    before == null
                            ? field.problem(
                                    Message.of("`%s` has `%s` already, without a declaration", owner, name),
                                    Message.of("remove the declaration, or choose another name"))
                            : field.problem(Message.of("`%s` is given already at %s", name, before)));
        } else {
            places(owner).putIfAbsent(name, field.place());
        }
    }

    /** Takes the name of a list of cities. */
    void list(Node.Field field, Set<String> taken, List<Problem> wrong) {
        if (OWNERS.contains(field.key())) {
            wrong.add(otherMeaning(field));
        } else {
            property(Vocabulary.CITY, field, "talents", taken, wrong);
        }
    }

    /**
     * Takes the name of the type of a list's rows.
     *
     * @param taken the types that rules know already
     */
    void row(String name, Node at, Set<String> taken, List<Problem> wrong) {
        if (!ROW.matcher(name).matches()) {
            wrong.add(at.problem(
                    Message.of("`%s` is no name for a row", shown(name)),
                    Message.of("a capital letter, then letters and digits, 3 to 40 in all, such as `%s`", "Talent")));
        } else if (taken.contains(name)) {
            Place before = rows.get(name);
            wrong.add(
                    before == null
                            ? at.problem(
                                    Message.of("`%s` is a type of rules already", name),
                                    Message.of("choose another name"))
                            : at.problem(Message.of("`%s` is given already at %s", name, before)));
        } else {
            rows.put(name, at.place());
        }
    }

    /**
     * Takes what a fact is called: no other fact of its owner may be called so, since results name facts by it.
     *
     * @param at where its name is given
     */
    void called(String owner, String fact, LocalName called, Node at, List<Problem> wrong) {
        Map<String, Called> known = this.called.computeIfAbsent(owner, DeclaredNames::ofCore);
        for (Language language : Language.values()) {
            String label = called.inLanguage(language);
            Called before = known.putIfAbsent(
                    label.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), new Called(fact, at.place()));
            if (before != null && !before.fact.equals(fact)) {
                wrong.add(at.problem(
                        before.place == null
                                ? Message.of("`%s` of the core is called `%s` too", owner + "." + before.fact, label)
                                : Message.of(
                                        "`%s` is called `%s` too, at %s",
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
                Message.of("`%s` means something else in rules or files", field.key()),
                Message.of("choose another name"));
    }

    private Map<String, Place> places(String owner) {
        return places.computeIfAbsent(owner, any -> new HashMap<>());
    }

    /** The same words joined as names are, if that is a name. */
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
                ? Message.of("maybe `%s`?", meant)
                : Message.of("a small letter, then letters and digits, 3 to 40 in all, such as `%s`", example);
    }

    /** A name as it can be shown, whatever stands in it. */
    static String shown(String name) {
        String plain = name.codePoints()
                .map(c -> HiddenCharacters.isHidden(c) || c < ' ' ? '?' : c)
                .limit(VocabularyKeys.LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.replace('`', '\'');
    }
}
