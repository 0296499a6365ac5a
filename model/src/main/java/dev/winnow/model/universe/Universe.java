package dev.winnow.model.universe;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.StatedFact;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.PlacedFact;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.References;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.history.StatementDay;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.JudgedReader;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The projects and cities to be screened, as read from files, with all statements of all days. {@link #asOf} returns
 * the facts known on one day. Immutable and thread-safe.
 *
 * <p>Bad content never throws. A project with a problem is left out, and so is a row of a city; {@link #problems} lists
 * all problems at once.
 */
public final class Universe {

    private static final int MAX_VIEWS = 64;

    private final UniverseInput input;
    /** Read on first use; threads that read it at the same time get equal stores. */
    private volatile @Nullable StatementStore store;

    /** The result of the latest {@link #with(Vocabulary)}; null before the first. */
    private volatile @Nullable Universe wider;

    /** The result of the latest {@link #countedIn}; null before the first. */
    private volatile @Nullable Universe converted;
    /**
     * The universe whose facts can be reused because this one only adds projects that hold nothing in a city; null if
     * there is none.
     */
    private final @Nullable Universe ground;

    /** The cities whose holdings differ from those of the ground. */
    private final Set<String> changed;

    /** Computed on first use: most universes in memory, such as those of worked examples, never need it. */
    private volatile @Nullable String digest;

    /** The facts of the latest views. Their number is limited because thousands of days would fill the memory. */
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
     * Reads files, folders or both as one universe with the core facts only.
     *
     * @see #read(Vocabulary, Path...)
     */
    public static Universe read(Path... paths) {
        return read(Vocabulary.core(), paths);
    }

    /**
     * Reads files, folders or both as one universe. In a folder, every YAML and JSON file is read, except in hidden
     * folders. A path that does not exist or contains no such file is one of the {@link #problems()} and appears in
     * every screening.
     *
     * @param vocabulary the facts that may be stated: those of the pack to screen by, {@code pack.vocabulary()}
     */
    public static Universe read(Vocabulary vocabulary, Path... paths) {
        return new Universe(UniverseInput.read(vocabulary, paths));
    }

    /** Reads texts, by file name, as the files of one universe with the core facts only. */
    public static Universe parse(Map<String, String> files) {
        return parse(Vocabulary.core(), files);
    }

    /**
     * Reads texts, by file name, as the files of one universe.
     *
     * @param vocabulary the facts that may be stated
     */
    public static Universe parse(Vocabulary vocabulary, Map<String, String> files) {
        return new Universe(UniverseInput.parse(vocabulary, files));
    }

    /**
     * Creates a universe of documents that were read or generated already. They need no header: without a date, the day
     * of the universe is the latest date found.
     *
     * @param vocabulary the facts that may be stated
     */
    @Internal
    public static Universe of(Vocabulary vocabulary, Node... documents) {
        return new Universe(UniverseInput.of(vocabulary, documents));
    }

    /**
     * {@return a builder of a universe in code, with the core facts only}
     *
     * @see #builder(Vocabulary)
     */
    public static UniverseBuilder builder() {
        return builder(Vocabulary.core());
    }

    /**
     * {@return a builder of a universe in code}
     *
     * @param vocabulary the facts that may be stated: those of the pack to screen by
     */
    public static UniverseBuilder builder(Vocabulary vocabulary) {
        return new UniverseBuilder(vocabulary);
    }

    /**
     * Creates a universe of files that were read before, such as those of a record.
     *
     * @param vocabulary the facts that may be stated
     * @param name its name if none of the files gives one
     * @param headed whether a file must give the universe a date
     * @param files its files
     * @param problems problems of files that could not be read
     */
    @Internal
    public static Universe of(
            Vocabulary vocabulary, String name, boolean headed, List<SourceFile> files, List<Problem> problems) {
        return new Universe(new UniverseInput(vocabulary, files, problems, List.of(), name, headed, null));
    }

    /** Returns its files, in the order given. */
    @Internal
    public List<SourceFile> sourceFiles() {
        return input.files();
    }

    /** Whether a file must give the universe a date. */
    @Internal
    public boolean headed() {
        return input.headed();
    }

    /** Returns the facts that may be stated. */
    public Vocabulary vocabulary() {
        return input.vocabulary();
    }

    /** Returns this universe with own candidates added from files or folders. They cannot replace existing entries. */
    public Universe and(Path... ownCandidates) {
        return new Universe(input.and(ownCandidates));
    }

    /**
     * Returns this universe with own candidates added from texts by file name. They cannot replace existing entries.
     */
    public Universe and(Map<String, String> ownCandidates) {
        return new Universe(input.and(ownCandidates));
    }

    /**
     * Returns this universe with documents that were read already, such as tables.
     *
     * @param documents each with the keys of a universe file
     * @param own whether their projects are own candidates ({@link ProjectEntry#own})
     * @param found problems of entries that were left out of them
     */
    @Internal
    public Universe with(List<Node> documents, boolean own, List<Problem> found) {
        return new Universe(input.and(
                documents.stream().map(document -> SourceFile.of(document, own)).toList(), found));
    }

    /**
     * Returns this universe with the values that a panel gives facts, which replace other statements about them. The
     * result is the same as that of {@link #with}, but existing entries are not read again.
     *
     * @param values a document with the list {@code judged}
     */
    @Internal
    public Universe judged(Node values) {
        SourceFile file = SourceFile.of(values, false);
        return new Universe(
                input.and(List.of(file), List.of()), UniverseReader.judged(store(), file, entries()), this, Set.of());
    }

    /**
     * Returns this universe with a portion of many projects: a document that lists new projects and nothing else. The
     * result is the same as that of {@link #with}, but existing entries are not read again.
     *
     * @throws IllegalArgumentException if a project exists already
     */
    @Internal
    public Universe withPortion(Node document, boolean own) {
        if (store().header().asOf() == null) {
            return with(List.of(document), own, List.of()); // the day may be the date of a new project
        }
        return joined(List.of(SourceFile.of(document, own)), List.of());
    }

    /** Adds files of new projects without reading the existing files again. */
    private Universe joined(List<SourceFile> files, List<Problem> unread) {
        StatementStore joined = UniverseReader.join(store(), files, unread);
        boolean settled = joined.landed().equals(store().landed());
        return new Universe(input.and(files, unread), joined, settled ? this : null, Set.of());
    }

    /**
     * Returns this universe with the projects of another added as own candidates. They cannot replace existing entries.
     * Existing files are not read again if the other universe lists new projects only.
     *
     * @param candidates any universe of projects, such as one {@linkplain #parse(Map) parsed} from a request or
     *     {@linkplain #builder() built}; its name and day are ignored
     */
    public Universe and(Universe candidates) {
        List<SourceFile> files = candidates.input.candidates();
        List<Problem> unread = candidates.input.unread();
        return isApartFrom(files) ? joined(files, unread) : new Universe(input.and(files, unread));
    }

    /** Whether the files of candidates leave the reading of this universe unchanged. */
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
                && !input.lists(JudgedReader.LIST)
                && !input.lists("facts");
    }

    /**
     * Returns this universe without the projects that are in no city, which do not affect other candidates. Its files,
     * digest, problems and names stay; the digests of its files are computed once for all universes derived from it.
     */
    @Internal
    public Universe withoutOpenProjects() {
        Map<String, ProjectHistory> landed = new TreeMap<>(store().projects());
        landed.values().removeIf(project -> project.city() == null);
        return new Universe(input.digested(), store().with(landed), null, Set.of());
    }

    /**
     * Whether all facts of another universe hold here too, so that a candidate of the other universe gets the same
     * result here: this universe only adds projects that hold nothing in a city.
     *
     * @param other a universe from which this one may derive by {@link #and(Universe)} or {@link #withPortion}
     */
    @Internal
    @SuppressWarnings("ReferenceEquality") // it must derive from this very object
    public boolean extendsUnchanged(Universe other) {
        return ground == other && changed.isEmpty();
    }

    /**
     * Returns this universe if nothing was left out of it, for programs that screen all or nothing.
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
     * Returns this universe as if projects had landed: each holds its links in a city from a day on. Its files and
     * digest stay the same.
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
                throw new IllegalArgumentException("unknown project " + id + " or unknown city " + city);
            }
            if (project.city() != null) {
                touched.add(project.city());
            }
            projects.put(id, project.landing(city, day));
        });
        return new Universe(input, known.with(projects), this, touched);
    }

    /** Returns its statements. */
    StatementStore store() {
        StatementStore read = store;
        if (read == null) {
            read = input.read();
            store = read;
        }
        return read;
    }

    /**
     * Returns this universe with the facts that a pack declares. Statements about them are then read and no longer
     * reported as problems.
     *
     * @param pack the further facts
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
     * Returns this universe with its money in another currency, if its files give a rate.
     *
     * @param currency the unit of money
     * @return this universe if that is its currency, or if it gives no rate
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

    /** Whether money of a currency can be read: it is the currency of this universe, or there is a rate. */
    @Internal
    public boolean counts(Unit currency) {
        return money().equals(currency) || rates().converts(currency, money());
    }

    /** Returns the rates for money of other currencies. */
    @Internal
    public Rates rates() {
        return store().words().rates();
    }

    /**
     * Returns the names of the entries of a list by id, including Chinese names, as they are written.
     *
     * @param list {@code endMarkets}, {@code tracks}, {@code subTracks}, {@code links}, {@code chains}, {@code firms},
     *     {@code cities}, {@code projects} or {@code sources}
     */
    public Map<String, List<String>> called(String list) {
        return new EntryNames(store()).of(list, entries());
    }

    /** Returns the resolver of texts that name its entries. */
    @Internal
    public References references() {
        return store().words()::reference;
    }

    /** Returns the firms that it declares, by all their names. */
    @Internal
    public FirmNames firmNames() {
        return store().words().firms();
    }

    /** Returns the entries of one of its own lists as they are written: {@code chains}, {@code tracks}. */
    @Internal
    public List<Node> listed(String list) {
        return List.copyOf(entries().of(list).values());
    }

    /** Returns the entries of its files. */
    Entries entries() {
        return new Entries(input.files(), store().overlaid());
    }

    /** Returns the ids of the projects that landed in a city or were decided for it. */
    List<String> landed(String city) {
        return store().landed().getOrDefault(city, List.of()).stream()
                .map(ProjectHistory::id)
                .toList();
    }

    /** Returns its name, in small letters with hyphens; the name of its folder or file if no file gives one. */
    public String name() {
        return store().name();
    }

    /** Returns its title; its name if no file gives one. */
    public String title() {
        return store().title();
    }

    /** Returns its own day; the latest date found if no file gives one. */
    public LocalDate asOf() {
        return store().asOf();
    }

    /** {@return the problem that an answer moves the universe's day beyond that of its header; empty if none does} */
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
                                        Message.of("use `%s` to screen as of another day", "--as-of")))
                        .limit(1)
                        .toList();
    }

    /**
     * {@return the statements dated after the universe's day, which do not count on it; sorted by place}
     */
    @Internal
    public List<StatementDay> later() {
        return StatementDays.later(store());
    }

    /**
     * {@return the statements without a day, of their own or of their source, which count on every day; sorted by
     * place}
     */
    @Internal
    public List<StatementDay> undated() {
        return StatementDays.undated(store());
    }

    /** Whether the whole universe is invented. */
    public boolean illustrative() {
        return store().illustrative();
    }

    /** Returns the unit of its money; yuan unless it gives a currency. */
    public Unit money() {
        return store().money();
    }

    /** Returns its assumptions about unknown facts, in the order in which they are tried. */
    @Internal
    public Assumptions assumptions() {
        return store().assumptions();
    }

    /** Returns the display names of its entries. */
    public Names names() {
        return store().names();
    }

    /** Whether a project is invented, by itself or with the whole universe. */
    public boolean illustrative(String project) {
        ProjectHistory history = store().projects().get(project);
        return store().illustrative() || (history != null && history.illustrative());
    }

    /** Returns the SHA-256 over the names and bytes of its files, in hexadecimal, independent of their order. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = input.digest();
            digest = known;
        }
        return known;
    }

    /** Returns its name and digest as in results; a universe has no version. */
    @Internal
    public Edition edition() {
        return new Edition(name(), "", digest());
    }

    /** Returns the answers that were added to its projects and cities, including replies without a value. */
    @Internal
    public List<Answer> answers() {
        return store().answers();
    }

    /** Returns the problems of entries that were left out, sorted by place. */
    public List<Problem> problems() {
        return store().problems();
    }

    /**
     * Returns disagreements between sources on the same day, with both places, sorted by place. Nothing is left out
     * because of them.
     */
    public List<Problem> conflicts() {
        return store().conflicts();
    }

    /** Returns the unread files of its folders, such as tables, with advice; they are not problems. */
    public List<Problem> notes() {
        return input.notes();
    }

    /**
     * A source of the universe's statements.
     *
     * @param id the id by which statements name it
     * @param title its title; null if none is given
     * @param date the day it was published, from which its statements count; null if none is given
     * @param url its address; null if none is given
     */
    public record Source(
            String id,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String url) {}

    /** Returns the sources that the universe lists, by id. */
    public List<Source> sources() {
        return store().sources();
    }

    /** Returns the facts that belong to no component and that no rule reads, sorted by subject, aspect and day. */
    @Internal
    public List<StatedFact> facts() {
        return store().facts().stream().map(PlacedFact::fact).toList();
    }

    /**
     * Returns the dossiers of a day: projects, then cities with their rows, links, chains and firms, then subjects that
     * only stated facts mention; each by id.
     *
     * @param hindsight whether statements marked as hindsight count
     */
    @Internal
    public List<Dossier> dossiers(LocalDate day, boolean hindsight) {
        return Dossiers.of(store(), asOf(day, hindsight), View.of(day, hindsight));
    }

    /** Returns the outcome of a project; null if unknown. It is hindsight: no rule sees it, on any day. */
    public @Nullable Outcome outcome(String project) {
        ProjectHistory history = store().projects().get(project);
        return history == null ? null : history.outcome();
    }

    /**
     * A project that can be screened.
     *
     * @param id its id
     * @param name its display name
     * @param city the city it landed in or was decided for; null for an open candidate
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

    /** Returns the projects that can be screened, by id. */
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

    /** Returns the ids of the projects that can be screened, sorted. */
    public List<String> projectIds() {
        return List.copyOf(store().projects().keySet());
    }

    /** Returns the ids of the cities, sorted. */
    public List<String> cityIds() {
        return List.copyOf(store().cities().keySet());
    }

    /**
     * Returns the id of the only project that a word names, see {@link #projectsCalled}; null if it names none or more
     * than one.
     */
    public @Nullable String findProject(String idOrName) {
        return only(projectsCalled(idOrName));
    }

    /** Returns the id of the only city that a word names, as {@link #findProject} does. */
    public @Nullable String findCity(String idOrName) {
        return only(citiesCalled(idOrName));
    }

    private static @Nullable String only(List<String> ids) {
        return ids.size() == 1 ? ids.get(0) : null;
    }

    /**
     * Returns the ids of the projects that a word names: those with exactly this id; failing that, with exactly this
     * name in either language, then with this id or name in other letter case, then with this word in the name.
     */
    public List<String> projectsCalled(String idOrName) {
        return new EntryNames(store()).projectsCalled(idOrName);
    }

    /** Returns the ids of the cities that a word names, as {@link #projectsCalled} does. */
    public List<String> citiesCalled(String idOrName) {
        return new EntryNames(store()).citiesCalled(idOrName);
    }

    /**
     * Returns the facts known on a day.
     *
     * @param hindsight whether statements marked as hindsight count
     */
    public Facts asOf(LocalDate day, boolean hindsight) {
        return facts(View.of(day, hindsight));
    }

    /**
     * Returns the facts known on a day with all hindsight up to the universe's own date: the city of that day, the
     * project as it turned out.
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
