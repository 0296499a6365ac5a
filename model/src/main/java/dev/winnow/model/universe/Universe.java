package dev.winnow.model.universe;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.StatedFact;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.References;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.HistoryReader;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The projects and cities to be screened, as read from files, with all statements of all days. {@link #asOf} gives what
 * was known on one day. Immutable and thread-safe.
 *
 * <p>Bad content never throws. A project with anything wrong in it is left out, a bad row of a city too, and
 * {@link #problems} says all that is wrong at once.
 */
public final class Universe {

    private static final int MAX_VIEWS = 64;

    private final UniverseInput input;
    /** Read when first needed; threads that read at the same time get equal stores. */
    private volatile @Nullable StatementStore store;

    /** The same files with the facts of a pack, read last; null if there are none yet. */
    private volatile @Nullable Universe wider;

    /** The same files in another currency, read last; null if there are none yet. */
    private volatile @Nullable Universe converted;
    /**
     * The universe that this one extends by projects that hold nothing in a city, so that its facts can be reused; null
     * if there is none.
     */
    private final @Nullable Universe ground;

    /** The cities that hold something else than in the ground. */
    private final Set<String> changed;

    /** Worked out when first asked for: most universes in memory, such as those of worked examples, never are. */
    private volatile @Nullable String digest;

    /** By view, those used last: thousands of days must not fill the memory. */
    private final Map<View, Facts> views = new LinkedHashMap<>(MAX_VIEWS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Facts> eldest) {
            return size() > MAX_VIEWS;
        }
    };

    private Universe(UniverseInput input) {
        this(input, null, null, Set.of());
    }

    private Universe(
            UniverseInput input, @Nullable StatementStore store, @Nullable Universe ground, Set<String> changed) {
        this.input = input;
        this.store = store;
        this.ground = ground;
        this.changed = changed;
    }

    /**
     * Reads files, folders or both as one universe of the facts that winnow knows without any pack.
     *
     * @see #read(Vocabulary, Path...)
     */
    public static Universe read(Path... paths) {
        return read(Vocabulary.core(), paths);
    }

    /**
     * Reads files, folders or both as one universe. In a folder, every YAML and JSON file counts, except in hidden
     * folders. A place that is not there, or holds no such file, is among the {@link #problems()}, and so among those of every
     * screening of it.
     *
     * @param vocabulary which facts there are: that of the pack to screen by, {@code pack.vocabulary()}
     */
    public static Universe read(Vocabulary vocabulary, Path... paths) {
        return new Universe(UniverseInput.read(vocabulary, paths));
    }

    /** Reads texts as the files of one universe of the facts that winnow knows without any pack, by file name. */
    public static Universe parse(Map<String, String> files) {
        return parse(Vocabulary.core(), files);
    }

    /**
     * Reads texts as the files of one universe, by file name.
     *
     * @param vocabulary which facts there are
     */
    public static Universe parse(Vocabulary vocabulary, Map<String, String> files) {
        return new Universe(UniverseInput.parse(vocabulary, files));
    }

    /**
     * Makes a universe of documents that are read or generated already. They need no header: without a date, the
     * universe's day is the latest date found.
     *
     * @param vocabulary which facts there are
     */
    @Internal
    public static Universe of(Vocabulary vocabulary, Node... documents) {
        return new Universe(UniverseInput.of(vocabulary, documents));
    }

    /**
     * {@return a builder of a universe in code, of the facts that winnow knows without any pack}
     *
     * @see #builder(Vocabulary)
     */
    public static UniverseBuilder builder() {
        return builder(Vocabulary.core());
    }

    /**
     * {@return a builder of a universe in code}
     *
     * @param vocabulary which facts there are: that of the pack to screen by
     */
    public static UniverseBuilder builder(Vocabulary vocabulary) {
        return new UniverseBuilder(vocabulary);
    }

    /**
     * Makes a universe of files that were read before, such as those of a record.
     *
     * @param vocabulary which facts there are
     * @param name its name, unless one of the files gives one
     * @param headed whether it needs a date of its own, as what is read from files does
     * @param files what it consists of
     * @param problems what was wrong with them
     */
    @Internal
    public static Universe of(
            Vocabulary vocabulary, String name, boolean headed, List<SourceFile> files, List<Problem> problems) {
        return new Universe(new UniverseInput(vocabulary, files, problems, List.of(), name, headed, null));
    }

    /** What it consists of, in the order in which it was given. */
    @Internal
    public List<SourceFile> sourceFiles() {
        return input.files();
    }

    /** Whether it needs a date of its own, as what is read from files does. */
    @Internal
    public boolean headed() {
        return input.headed();
    }

    /** Which facts there are. */
    public Vocabulary vocabulary() {
        return input.vocabulary();
    }

    /** This universe with own candidates added, from files or folders. They cannot replace what is here already. */
    public Universe and(Path... ownCandidates) {
        return new Universe(input.and(ownCandidates));
    }

    /** This universe with own candidates added, from texts by file name. They cannot replace what is here already. */
    public Universe and(Map<String, String> ownCandidates) {
        return new Universe(input.and(ownCandidates));
    }

    /**
     * This universe with documents that are read already, such as tables.
     *
     * @param documents each with the keys of a universe file
     * @param own whether their projects are own candidates, which {@link ProjectEntry#own} tells, rather than its own
     * @param found what was wrong in them and left out
     */
    @Internal
    public Universe with(List<Node> documents, boolean own, List<Problem> found) {
        return new Universe(input.and(
                documents.stream().map(document -> SourceFile.of(document, own)).toList(), found));
    }

    /**
     * This universe with a portion of many projects: those of a document that says of nothing else, and whose ids are new. It is
     * the same as {@link #with}, but that what is there already is not read again.
     *
     * @throws IllegalArgumentException if a project is there already
     */
    @Internal
    public Universe withPortion(Node document, boolean own) {
        if (store().header().asOf() == null) {
            return with(List.of(document), own, List.of()); // its date may be one of theirs
        }
        return joined(List.of(SourceFile.of(document, own)), List.of());
    }

    /** Adds files of new projects without reading again what is known. */
    private Universe joined(List<SourceFile> files, List<Problem> unread) {
        StatementStore joined = UniverseReader.join(store(), files, unread);
        boolean settled = joined.landed().equals(store().landed());
        return new Universe(input.and(files, unread), joined, settled ? this : null, Set.of());
    }

    /**
     * This universe with the projects of another added as own candidates. They cannot replace what is here already. What is
     * here is not read again where the other says of projects alone, and of none that is here.
     *
     * @param candidates any universe of projects, such as one that is {@linkplain #parse(Map) parsed} of a request or {@linkplain
     *     #builder() built}; its name and day do not count
     */
    public Universe and(Universe candidates) {
        List<SourceFile> files = candidates.input.candidates();
        List<Problem> unread = candidates.input.unread();
        return isApartFrom(files) ? joined(files, unread) : new Universe(input.and(files, unread));
    }

    /** Whether this universe is read alike with some files of candidates and without them. */
    private boolean isApartFrom(List<SourceFile> candidates) {
        if (store().header().asOf() == null || !candidates.stream().allMatch(UniverseInput::listsProjectsAlone)) {
            return false;
        }
        Set<String> ids = new Entries(candidates, Map.of()).of("projects").keySet();
        if (store().problems().isEmpty()) {
            return Collections.disjoint(store().projects().keySet(), ids);
        }
        // An answer or a fact about a project that is missing here may be about a candidate.
        return Collections.disjoint(entries().of("projects").keySet(), ids)
                && !input.lists("answers")
                && !input.lists("facts");
    }

    /**
     * This universe without the projects that are in no city, which no other candidate sees. Its files, and so its digest, its
     * problems and names stay; the digests of its files are computed once for all universes derived from it.
     */
    @Internal
    public Universe withoutOpenProjects() {
        Map<String, ProjectHistory> landed = new TreeMap<>(store().projects());
        landed.values().removeIf(project -> project.city() == null);
        return new Universe(input.digested(), store().with(landed), null, Set.of());
    }

    /**
     * Whether all that another universe knows of cities and projects holds here too, so that whoever is judged by the other is
     * judged alike here: this one only adds projects that hold nothing in a city.
     *
     * @param other a universe that this one may have come of by {@link #and(Universe)} or {@link #withPortion}
     */
    @Internal
    @SuppressWarnings("ReferenceEquality") // that it came of this very universe is what is asked
    public boolean extendsUnchanged(Universe other) {
        return ground == other && changed.isEmpty();
    }

    /**
     * This universe, if nothing was left out of it. For programs that screen all or nothing.
     *
     * @throws UniverseException if anything could not be read, with all {@link #problems()} in its message
     */
    public Universe requireWhole() {
        if (!problems().isEmpty()) {
            throw new UniverseException(name(), problems());
        }
        return this;
    }

    /**
     * This universe as it would be if projects had landed: each holds its links in the city named for it from the day on.
     * Its files, and so its digest, stay the same.
     *
     * @param cities the id of the city by the id of the project
     * @param day the day from which they hold their links
     * @throws IllegalArgumentException if there is no such project or city
     */
    @Internal
    public Universe landing(Map<String, String> cities, LocalDate day) {
        StatementStore known = store();
        Map<String, ProjectHistory> projects = new TreeMap<>(known.projects());
        Set<String> touched = new TreeSet<>(cities.values());
        cities.forEach((id, city) -> {
            ProjectHistory project = projects.get(id);
            if (project == null || !known.cities().containsKey(city)) {
                throw new IllegalArgumentException("there is no project " + id + ", or no city " + city);
            }
            if (project.city() != null) {
                touched.add(project.city());
            }
            projects.put(id, project.landing(city, day));
        });
        return new Universe(input, known.with(projects), this, touched);
    }

    /** Its statements. */
    StatementStore store() {
        StatementStore read = store;
        if (read == null) {
            read = input.read();
            store = read;
        }
        return read;
    }

    /**
     * This universe with the facts that a pack declares. What its files say of them is read, and no longer a problem.
     *
     * @param pack which facts there are besides
     * @return this universe if it was read with all of them
     */
    public Universe with(Vocabulary pack) {
        if (vocabulary().includes(pack)) {
            return this;
        }
        Universe known = wider;
        if (known == null || !known.vocabulary().includes(pack)) {
            known = new Universe(input.with(pack));
            wider = known;
        }
        return known;
    }

    /**
     * This universe with its money in another currency, where its files give a rate.
     *
     * @param currency the unit of money to count in
     * @return this universe if it counts in that currency, or gives no rate to it
     */
    public Universe countedIn(Unit currency) {
        if (money().equals(currency)) {
            return this;
        }
        Universe known = converted;
        if (known == null || !known.money().equals(currency)) {
            known = new Universe(input.in(currency));
            converted = known;
        }
        return known.rates().converts(money(), currency) ? known : this;
    }

    /** Whether money of a currency can be read: it is that of this universe, or there is a rate. */
    @Internal
    public boolean counts(Unit currency) {
        return money().equals(currency) || rates().converts(currency, money());
    }

    /** The rates by which its money of other currencies is read. */
    @Internal
    public Rates rates() {
        return store().words().rates();
    }

    /**
     * What the entries of a list are called, by id: their names, and those in Chinese, as they are written.
     *
     * @param list {@code endMarkets}, {@code tracks}, {@code subTracks}, {@code links}, {@code chains}, {@code firms},
     *     {@code cities}, {@code projects} or {@code sources}
     */
    public Map<String, List<String>> called(String list) {
        Map<String, List<String>> called = new TreeMap<>();
        if (list.equals(FirmNames.LIST)) {
            store().words().firms().firms().forEach(firm -> called.put(firm.id(), firm.names()));
            return called;
        }
        Collection<Node> nodes = list.equals("links")
                ? entries().of("chains").values().stream()
                        .flatMap(chain -> chain.list("links", new ArrayList<>()).stream())
                        .toList()
                : entries().of(list).values();
        for (Node node : nodes) {
            String id = HistoryReader.id(node);
            if (id != null) {
                called.put(
                        id,
                        Stream.of("name", "zh", "title")
                                .map(key -> node.optionalText(key, new ArrayList<>()))
                                .filter(Objects::nonNull)
                                .map(String::valueOf)
                                .toList());
            }
        }
        return called;
    }

    /** Reads texts that name its entries. */
    @Internal
    public References references() {
        return store().words()::reference;
    }

    /** The firms that it declares, by every name that they go by. */
    @Internal
    public FirmNames firmNames() {
        return store().words().firms();
    }

    /** The entries of a list of its own, as they are written: {@code chains}, {@code tracks}. */
    @Internal
    public List<Node> listed(String list) {
        return List.copyOf(entries().of(list).values());
    }

    /** What its files list. */
    Entries entries() {
        return new Entries(input.files(), store().overlaid());
    }

    /** The ids of the projects that landed in a city or were decided for it. */
    List<String> landed(String city) {
        return store().landed().getOrDefault(city, List.of()).stream()
                .map(ProjectHistory::id)
                .toList();
    }

    /** Its name, in small letters with hyphens; the folder's if no file gives one. */
    public String name() {
        return store().name();
    }

    /** Its name as people write it. */
    public String title() {
        return store().title();
    }

    /** Its own day; the latest date found if no file gives one. */
    public LocalDate asOf() {
        return store().asOf();
    }

    /** {@return the answer that moves its day beyond the one that its header states; none if that day holds} */
    @Internal
    public List<Problem> moves() {
        LocalDate own = store().header().asOf();
        LocalDate day = store().asOf();
        return own == null || !day.isAfter(own)
                ? List.of()
                : store().answers().stream()
                        .filter(answer -> day.equals(answer.asOf()))
                        .map(answer -> Objects.requireNonNullElse(answer.said().get("asOf"), answer.said())
                                .problem(
                                        Message.of("this answer moves the day of the universe from %s to %s", own, day),
                                        Message.of("`%s` screens as of another day", "--as-of")))
                        .limit(1)
                        .toList();
    }

    /** Whether all of it is invented. */
    public boolean illustrative() {
        return store().illustrative();
    }

    /** The unit of its money; yuan unless it gives a currency. */
    public Unit money() {
        return store().money();
    }

    /** What it assumes where it knows nothing, in the order in which it is tried. */
    @Internal
    public Assumptions assumptions() {
        return store().assumptions();
    }

    /** What its things are called. */
    public Names names() {
        return store().names();
    }

    /** Whether a project is invented, by itself or with all of the universe. */
    public boolean illustrative(String project) {
        ProjectHistory history = store().projects().get(project);
        return store().illustrative() || (history != null && history.illustrative());
    }

    /** SHA-256 over the names and bytes of its files, in hexadecimal, whatever their order. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = input.digest();
            digest = known;
        }
        return known;
    }

    /** What a result names it by; a universe has no version. */
    @Internal
    public Edition edition() {
        return new Edition(name(), "", digest());
    }

    /** The answers over its projects and cities that were taken, replies without a value among them. */
    @Internal
    public List<Answer> answers() {
        return store().answers();
    }

    /** What is wrong, and so left out; sorted by place. */
    public List<Problem> problems() {
        return store().problems();
    }

    /** Where sources disagree on the same day, with both places; sorted by place. It leaves nothing out. */
    public List<Problem> conflicts() {
        return store().conflicts();
    }

    /** The unread files of the folders that it was read from, such as tables, with advice; they are no problems. */
    public List<Problem> notes() {
        return input.notes();
    }

    /**
     * A source of the universe's statements.
     *
     * @param id the id by which statements name it
     * @param title its title; null if none is given
     * @param date the day it was published, from which its statements count; null if none is given
     * @param url where it stands; null if none is given
     */
    public record Source(
            String id,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String url) {}

    /** The sources that the universe lists, by id. */
    public List<Source> sources() {
        return store().sources();
    }

    /** The facts that no component carries and no rule reads, sorted by subject, aspect and day. */
    @Internal
    public List<StatedFact> facts() {
        return store().facts();
    }

    /**
     * The dossiers of a day: projects, then cities with their rows, links, chains and firms, then what has facts alone;
     * each by id.
     *
     * @param hindsight whether what was learnt only after a decision counts
     */
    @Internal
    public List<Dossier> dossiers(LocalDate day, boolean hindsight) {
        return Dossiers.of(store(), asOf(day, hindsight), View.of(day, hindsight));
    }

    /** How a project ended up; null if that is not known. It is hindsight: no rule sees it, on any day. */
    public @Nullable Outcome outcome(String project) {
        ProjectHistory history = store().projects().get(project);
        return history == null ? null : history.outcome();
    }

    /**
     * A project that can be screened.
     *
     * @param id its id
     * @param name its display name
     * @param city where it landed or was decided for; null for an open candidate
     * @param decided the day of its decision; null if none is known
     * @param illustrative whether it is fictitious
     * @param own whether it was added by {@link Universe#and}
     */
    public record ProjectEntry(
            String id,
            String name,
            @Nullable String city,
            @Nullable LocalDate decided,
            boolean illustrative,
            boolean own) {}

    /** The projects that can be screened, by id. */
    public List<ProjectEntry> projects() {
        return store().projects().values().stream()
                .map(history -> new ProjectEntry(
                        history.id(),
                        history.name(),
                        history.city(),
                        history.decided(),
                        illustrative(history.id()),
                        history.own()))
                .toList();
    }

    /** The ids of the projects that can be screened, sorted. */
    public List<String> projectIds() {
        return List.copyOf(store().projects().keySet());
    }

    /** The ids of the cities, sorted. */
    public List<String> cityIds() {
        return List.copyOf(store().cities().keySet());
    }

    /** The id of the project with that id or name, or with that word in its name alone; null if there is none. */
    public @Nullable String findProject(String idOrName) {
        Map<String, String> names = new TreeMap<>();
        store().projects().values().forEach(history -> names.put(history.id(), history.name()));
        return find(idOrName, names);
    }

    /** The id of the city with that id or name, or with that word in its name alone; null if there is none. */
    public @Nullable String findCity(String idOrName) {
        Map<String, String> names = new TreeMap<>();
        store().cities().values().forEach(history -> names.put(history.id(), history.name()));
        return find(idOrName, names);
    }

    private static @Nullable String find(String text, Map<String, String> names) {
        if (names.containsKey(text)) {
            return text;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> whole = new ArrayList<>();
        List<String> part = new ArrayList<>();
        names.forEach((id, name) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (id.toLowerCase(Locale.ROOT).equals(wanted) || lower.equals(wanted)) {
                whole.add(id);
            } else if (List.of(lower.split("\\s+")).contains(wanted)) {
                part.add(id);
            }
        });
        List<String> found = whole.isEmpty() ? part : whole;
        return found.size() == 1 ? found.get(0) : null;
    }

    /**
     * What was known on a day.
     *
     * @param hindsight whether what was learnt only after a decision counts
     */
    public Facts asOf(LocalDate day, boolean hindsight) {
        return facts(View.of(day, hindsight));
    }

    /**
     * What was known on a day, and of what was learnt only after a decision all that the universe knows by its own date:
     * the city of that day, the project as it turned out.
     */
    public Facts inHindsight(LocalDate day) {
        return facts(new View(day, true, day.isAfter(asOf()) ? day : asOf()));
    }

    private Facts facts(View view) {
        synchronized (views) {
            return views.computeIfAbsent(
                    view, asked -> new Facts(store(), asked, ground == null ? null : ground.facts(asked), changed));
        }
    }
}
