package dev.winnow.model.vocabulary;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts that may be stated: the core facts, and the properties and lists that packs declare. A universe is read
 * with a vocabulary, and a pack's rules may read the facts of its own. Immutable.
 *
 * <p>A name that no vocabulary declares is an error; it is never ignored.
 */
public final class Vocabulary {

    /** The file of a pack that declares facts. */
    public static final String FILE = "vocabulary.yaml";

    /** The owner of a project's properties in the names of facts. */
    public static final String PROJECT = "project";

    /** The owner of a city's properties and lists in the names of facts. */
    public static final String CITY = "city";

    private static final List<RecordShape<?>> CORE_ROWS =
            CoreFacts.lists().stream().<RecordShape<?>>map(RecordShape::of).toList();

    private static final RecordShape<Milestone> MILESTONE =
            RecordShape.of(Milestone.class, Message.of("a milestone"), Set.of("project"), core("milestones"));
    private static final RecordShape<Outcome> OUTCOME =
            RecordShape.of(Outcome.class, Message.of("an outcome"), Set.of("project"), core("outcome"));

    private static final Vocabulary CORE = new Vocabulary(List.of(), List.of(), List.of(), List.of(), Map.of());

    private final List<Node> documents;
    private final Map<String, DeclaredProperty> ofProject;
    private final Map<String, DeclaredProperty> ofCity;
    private final Map<String, DeclaredList> lists;
    /** The properties of core lists with closed lists of packs, by list and name. */
    private final Map<String, Map<String, DeclaredProperty>> closed;
    /** The core lists with such properties, which are included. */
    private final Map<String, DeclaredList> reworded = new TreeMap<>();

    private final RecordShape<Project> project;
    private final RecordShape<City> city;
    private final Map<String, RecordShape<?>> rows;

    private Vocabulary(
            List<Node> documents,
            List<DeclaredProperty> ofProject,
            List<DeclaredProperty> ofCity,
            List<DeclaredList> declaredLists,
            Map<String, Map<String, DeclaredProperty>> closed) {
        this.documents = List.copyOf(documents);
        this.ofProject = byName(ofProject);
        this.ofCity = byName(ofCity);
        this.closed = closed;
        closed.forEach((list, properties) ->
                reworded.put(list, Objects.requireNonNull(CoreFacts.owner(list)).with(properties)));
        this.lists = new LinkedHashMap<>();
        declaredLists.forEach(list -> lists.put(list.name(), list));
        this.project = RecordShape.of(Project.class, Message.of("a project"), Set.of(), both(PROJECT, ofProject));
        this.city = RecordShape.of(City.class, Message.of("a city"), Set.of(), both(CITY, ofCity));
        List<RecordShape<?>> shapes = new ArrayList<>();
        for (RecordShape<?> shape : CORE_ROWS) {
            DeclaredList other = reworded.get(shape.list());
            shapes.add(other == null ? shape : shape.describedBy(other));
        }
        declaredLists.forEach(list -> shapes.add(RecordShape.of(list)));
        shapes.sort((one, other) -> one.name().compareTo(other.name()));
        Map<String, RecordShape<?>> byList = new LinkedHashMap<>();
        shapes.forEach(shape -> byList.put(shape.list(), shape));
        this.rows = Collections.unmodifiableMap(byList);
    }

    private static List<DeclaredProperty> core(String owner) {
        return Objects.requireNonNull(CoreFacts.owner(owner), owner).properties();
    }

    private static List<DeclaredProperty> both(String owner, List<DeclaredProperty> declared) {
        return Stream.concat(core(owner).stream(), declared.stream()).toList();
    }

    private static Map<String, DeclaredProperty> byName(List<DeclaredProperty> properties) {
        Map<String, DeclaredProperty> byName = new LinkedHashMap<>();
        properties.forEach(property -> byName.put(property.component().name(), property));
        return byName;
    }

    /** {@return the core facts} */
    public static Vocabulary core() {
        return CORE;
    }

    /**
     * Returns the core facts and those that the vocabulary.yaml of a pack declares.
     *
     * @param pack the pack's folder; without that file it declares nothing
     * @param problems receives the problems of declarations that are left out
     */
    public static Vocabulary read(Path pack, List<Problem> problems) {
        Path file = pack.resolve(FILE);
        if (!Files.exists(file)) {
            return CORE;
        }
        TextFile text = TextFile.read(file, TextFile.shown(file), problems);
        Node root = text == null ? null : text.parse(problems);
        return root == null ? CORE : of(root, problems);
    }

    /**
     * Returns the core facts and those that a document declares, in the form of a pack's vocabulary.yaml.
     *
     * @param document the parsed file
     * @param problems receives the problems of declarations that are left out
     */
    @Internal
    public static Vocabulary of(Node document, List<Problem> problems) {
        VocabularyReader reader = new VocabularyReader(problems);
        reader.read(document);
        return new Vocabulary(List.of(document), reader.ofProject(), reader.ofCity(), reader.lists(), reader.closed());
    }

    /**
     * Returns this vocabulary with the declarations of another. Common declarations must be equal; if packs replace a
     * closed list of the core, the words of all their lists count.
     *
     * @param other the other vocabulary
     * @param problems receives the differences, each with both places; this vocabulary's declaration then counts
     */
    public Vocabulary and(Vocabulary other, List<Problem> problems) {
        Map<String, DeclaredProperty> projects = joined("project", ofProject, other.ofProject, problems);
        Map<String, DeclaredProperty> cities = joined("city", ofCity, other.ofCity, problems);
        Map<String, DeclaredList> both = new LinkedHashMap<>(lists);
        Map<String, DeclaredList> byRow = new TreeMap<>();
        lists.values().forEach(list -> byRow.put(list.row(), list));
        for (DeclaredList list : other.lists.values()) {
            DeclaredList same = both.get(list.name());
            DeclaredList here = same == null ? byRow.get(list.row()) : same;
            DeclaredProperty property = ofCity.get(list.name());
            if (property != null) {
                problems.add(otherwise(list.place(), "city." + list.name(), list.name(), property.place()));
            } else if (here == null) {
                both.put(list.name(), list);
            } else if (!here.isLike(list)) {
                problems.add(otherwise(
                        list.place(), same == null ? list.row() : "city." + list.name(), list.name(), here.place()));
            }
        }
        other.ofCity.forEach((name, property) -> {
            DeclaredList here = lists.get(name);
            if (here != null) {
                problems.add(otherwise(property.place(), "city." + name, name, here.place()));
                cities.remove(name);
            }
        });
        Map<String, Map<String, DeclaredProperty>> words = new TreeMap<>(closed);
        other.closed.forEach((list, properties) -> {
            Map<String, DeclaredProperty> joined = new TreeMap<>(words.getOrDefault(list, Map.of()));
            properties.forEach((name, property) -> joined.merge(name, property, DeclaredProperty::joinedWith));
            words.put(list, joined);
        });
        return new Vocabulary(
                Stream.concat(documents.stream(), other.documents.stream()).toList(),
                List.copyOf(projects.values()),
                List.copyOf(cities.values()),
                List.copyOf(both.values()),
                words);
    }

    /**
     * {@return the documents that it was created from, in order: {@link #of} and {@link #and} create an equal
     * vocabulary from them}
     */
    @Internal
    public List<Node> documents() {
        return documents;
    }

    private static Map<String, DeclaredProperty> joined(
            String owner,
            Map<String, DeclaredProperty> ours,
            Map<String, DeclaredProperty> theirs,
            List<Problem> problems) {
        Map<String, DeclaredProperty> both = new LinkedHashMap<>(ours);
        theirs.forEach((name, property) -> {
            DeclaredProperty here = both.putIfAbsent(name, property);
            if (here != null && !here.isLike(property)) {
                problems.add(otherwise(property.place(), owner + "." + name, name, here.place()));
            }
        });
        return both;
    }

    /**
     * Returns the problem that two declarations differ.
     *
     * @param key the underlined key
     */
    private static Problem otherwise(Place place, String what, String key, Place before) {
        return new Problem(
                place, Message.of("`%s` is declared differently here and at %s", what, before), key.length(), null);
    }

    /** {@return the shape of a project} */
    @Internal
    public RecordShape<Project> project() {
        return project;
    }

    /** {@return the shape of a city} */
    @Internal
    public RecordShape<City> city() {
        return city;
    }

    /** {@return the shape of a milestone of a project} */
    @Internal
    public static RecordShape<Milestone> milestone() {
        return MILESTONE;
    }

    /** The fact of a project that gives the day to which its milestones are complete. */
    public static final String MILESTONES_COMPLETE = "milestonesComplete";

    /** {@return all steps of milestones, in order} */
    @Internal
    public static List<String> steps() {
        return MILESTONE.stated().get(0).words();
    }

    /** {@return the shape of the outcome of a project} */
    @Internal
    public static RecordShape<Outcome> outcome() {
        return OUTCOME;
    }

    /**
     * {@return the core types that rules may match, by name: projects and cities, then lists of cities, then others}
     */
    @Internal
    public static Map<String, DeclaredList> types() {
        return CoreFacts.types();
    }

    /** {@return the shapes of the rows of a city's lists by list, in the order of the types' names} */
    @Internal
    public Map<String, RecordShape<?>> rows() {
        return rows;
    }

    /** {@return the shape of the rows of a city's list} */
    @Internal
    public RecordShape<?> rows(String list) {
        return Objects.requireNonNull(rows.get(list), list);
    }

    /**
     * {@return whether a fact is the unwritten row of a list, which stands for the rows missing from an incomplete
     * list, or a milestone that may have been reached}
     */
    public static boolean isUnwritten(Object fact) {
        if (fact instanceof DeclaredRow row) {
            return row.isUnwritten();
        }
        if (fact instanceof Milestone milestone) {
            return milestone.reached() == null;
        }
        for (int i = 0; i < CORE_ROWS.size(); i++) {
            if (CORE_ROWS.get(i).unwritten() == fact) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether this vocabulary contains all declarations of another, unchanged} */
    @SuppressWarnings("ReferenceEquality") // a shortcut
    public boolean includes(Vocabulary other) {
        return other == this
                || (includes(ofProject, other.ofProject)
                        && includes(ofCity, other.ofCity)
                        && other.lists.values().stream().allMatch(this::includes)
                        && other.closed.entrySet().stream()
                                .allMatch(one ->
                                        includesWords(closed.getOrDefault(one.getKey(), Map.of()), one.getValue())));
    }

    private static boolean includesWords(Map<String, DeclaredProperty> ours, Map<String, DeclaredProperty> theirs) {
        return theirs.entrySet().stream().allMatch(one -> {
            DeclaredProperty here = ours.get(one.getKey());
            return here != null
                    && here.component()
                            .words()
                            .containsAll(one.getValue().component().words());
        });
    }

    private boolean includes(DeclaredList list) {
        DeclaredList here = lists.get(list.name());
        return here != null && here.isLike(list);
    }

    private static boolean includes(Map<String, DeclaredProperty> ours, Map<String, DeclaredProperty> theirs) {
        return theirs.entrySet().stream().allMatch(one -> {
            DeclaredProperty here = ours.get(one.getKey());
            return here != null && here.isLike(one.getValue());
        });
    }

    /** {@return the declared properties of projects, in the order of their declaration} */
    public List<DeclaredProperty> ofProject() {
        return List.copyOf(ofProject.values());
    }

    /** {@return the declared properties of cities, in the order of their declaration} */
    public List<DeclaredProperty> ofCity() {
        return List.copyOf(ofCity.values());
    }

    /** {@return the declared lists of cities, in the order of their declaration} */
    public List<DeclaredList> lists() {
        return List.copyOf(lists.values());
    }

    /** {@return the declared list of a name; null if there is none} */
    public @Nullable DeclaredList list(String name) {
        return lists.get(name);
    }

    /** {@return the units of the declared numbers, without duplicates, in the order of their declaration} */
    public List<Unit> units() {
        return Stream.concat(
                        Stream.of(ofProject.values(), ofCity.values()),
                        lists.values().stream().map(DeclaredList::properties))
                .flatMap(Collection::stream)
                .map(property -> property.component().unit())
                .filter(unit -> unit != null && unit.isDeclared())
                .distinct()
                .toList();
    }

    /** {@return the levels of a rating that is declared as {@code rating 1–5}; null for another type} */
    @Internal
    public static @Nullable RatingLevels rating(String is) {
        DeclaredType type = DeclaredType.parse(Node.scalar(Place.file(FILE), is), new ArrayList<>());
        return type == null || type.rating() == null ? null : type.rating().levels();
    }

    /** {@return the units of the declared ratings, without duplicates, in the order of their declaration} */
    @Internal
    public List<Unit> ratings() {
        return Stream.of(ofProject.values(), ofCity.values())
                .flatMap(Collection::stream)
                .map(property -> property.component().unit())
                .filter(unit -> unit != null && unit.levels() != null)
                .distinct()
                .toList();
    }

    /** {@return whether it contains the core facts only} */
    public boolean isCore() {
        return ofProject.isEmpty() && ofCity.isEmpty() && lists.isEmpty() && closed.isEmpty();
    }

    /**
     * {@return whether a property, or a list of a city, is declared here; false for core facts}
     *
     * @param owner {@code project}, {@code city} or the name of a declared list
     * @param name the name of the property or list
     */
    public boolean declares(String owner, String name) {
        return property(owner, name) != null || (owner.equals(CITY) && lists.containsKey(name));
    }

    /**
     * {@return a declared property; null if it is not declared}
     *
     * @param owner {@code project}, {@code city} or the name of a declared list
     * @param name the name of the property
     */
    public @Nullable DeclaredProperty property(String owner, String name) {
        if (owner.equals(PROJECT)) {
            return ofProject.get(name);
        }
        DeclaredList list = lists.get(owner);
        return list != null ? list.property(name) : owner.equals(CITY) ? ofCity.get(name) : null;
    }

    /**
     * {@return the description of a property, declared or core; null if there is none}
     *
     * @param owner {@code project}, {@code city} or the name of a list, including {@code milestones} and {@code
     *     outcome}
     * @param name the name of the property
     */
    @Internal
    public @Nullable DeclaredProperty described(String owner, String name) {
        DeclaredProperty declared = property(owner, name);
        DeclaredList core = declared == null ? ofCore(owner) : null;
        return core == null ? declared : core.property(name);
    }

    /**
     * {@return the display name of a property or of a list of a city}
     *
     * @param owner {@code project}, {@code city} or the name of a list
     * @param name the name of the property or list
     * @param language the language
     */
    public String words(String owner, String name, Language language) {
        DeclaredProperty property = property(owner, name);
        if (property != null) {
            return property.name().inLanguage(language);
        }
        DeclaredList list = lists.get(name);
        return list != null && (owner.equals(CITY) || owner.isEmpty())
                ? list.called().inLanguage(language)
                : CoreFacts.words(name, language);
    }

    /**
     * {@return the display name of a word of a closed list}
     *
     * @param owner {@code project}, {@code city} or the name of a list
     * @param name the name of the property
     * @param word the word
     * @param language the language
     */
    public String word(String owner, String name, String word, Language language) {
        DeclaredProperty property = described(owner, name);
        LocalName called = property == null ? null : property.wordNames().get(word);
        return called == null ? CoreFacts.word(word, language) : called.inLanguage(language);
    }

    /**
     * {@return the list of a universe whose ids are the values of a property, such as {@code links}; null if there is
     * none}
     *
     * @param owner {@code project}, {@code city} or the name of a list
     * @param name the name of the property
     */
    public @Nullable String refers(String owner, String name) {
        RecordShape<?> shape = owner.equals(PROJECT) ? project : owner.equals(CITY) ? city : rows.get(owner);
        return shape == null
                ? null
                : shape.stated().stream()
                        .filter(component -> component.name().equals(name))
                        .findFirst()
                        .map(Component::refers)
                        .orElse(null);
    }

    /** {@return the description of a list of a city, declared or core; null if there is none} */
    @Internal
    public @Nullable DeclaredList described(String list) {
        DeclaredList declared = lists.get(list);
        return declared == null ? ofCore(list) : declared;
    }

    private @Nullable DeclaredList ofCore(String owner) {
        DeclaredList own = reworded.get(owner);
        return own == null ? CoreFacts.owner(owner) : own;
    }

    /** {@return the core lists in which packs replace closed lists, with the replacements} */
    @Internal
    public List<DeclaredList> reworded() {
        return List.copyOf(reworded.values());
    }

    /** {@return the way to find out a fact: the question, the person or body that can answer it, and the effort} */
    @Internal
    public FactQuestion question(FactName fact) {
        DeclaredProperty property = described(fact.list(), fact.property());
        if (property != null) {
            return FactQuestion.of(
                    fact,
                    property.ask(),
                    property.judged() != null && property.who() == null ? FactQuestion.PANEL : property.who(),
                    property.days());
        }
        DeclaredList list = fact.list().equals(CITY) ? described(fact.property()) : null;
        return list != null
                ? FactQuestion.of(fact, list.ask(), list.who(), list.days())
                : FactQuestion.of(fact, null, null, null);
    }

    /** {@return the display name of a core type, list or component; the words of any other name} */
    @Internal
    public static String spoken(String name, Language language) {
        return CoreFacts.words(name, language);
    }

    /** {@return the display name of a word of a closed list of the core} */
    @Internal
    public static String spokenWord(String word, Language language) {
        return CoreFacts.word(word, language);
    }

    /** {@return the display name of a row of a type: {@code lead user}} */
    public String rowWords(String type, Language language) {
        for (DeclaredList list : lists.values()) {
            if (list.row().equals(type)) {
                return list.rowCalled().inLanguage(language);
            }
        }
        return CoreFacts.words(type, language);
    }

    /** Whether the other declares the same facts alike, wherever their declarations stand. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary those
                && alike(ofProject, those.ofProject, DeclaredProperty::isLike)
                && alike(ofCity, those.ofCity, DeclaredProperty::isLike)
                && alike(lists, those.lists, DeclaredList::isLike)
                && alike(closed, those.closed, (one, same) -> alike(one, same, DeclaredProperty::isLike));
    }

    private static <T> boolean alike(Map<String, T> ours, Map<String, T> theirs, BiPredicate<T, T> isLike) {
        return ours.keySet().equals(theirs.keySet())
                && ours.entrySet().stream()
                        .allMatch(one -> isLike.test(one.getValue(), Objects.requireNonNull(theirs.get(one.getKey()))));
    }

    @Override
    public int hashCode() {
        return Objects.hash(ofProject.keySet(), ofCity.keySet(), lists.keySet(), closed.keySet());
    }
}
