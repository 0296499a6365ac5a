package dev.winnow.model.universe;

import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Chains;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Header;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.Settled;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.internal.read.AnswerReader;
import dev.winnow.model.internal.read.ChainReader;
import dev.winnow.model.internal.read.CityNames;
import dev.winnow.model.internal.read.CityReader;
import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.FactReader;
import dev.winnow.model.internal.read.FirmReader;
import dev.winnow.model.internal.read.HeaderReader;
import dev.winnow.model.internal.read.HistoryReader;
import dev.winnow.model.internal.read.JudgedReader;
import dev.winnow.model.internal.read.JudgedReader.JudgedFact;
import dev.winnow.model.internal.read.Overlay;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a universe together and reports all problems, in an order that does not depend on the order of
 * files.
 */
final class UniverseReader {

    private final List<SourceFile> sourceFiles;
    private final List<Problem> problems;
    private final Map<String, List<Problem>> disputes = new TreeMap<>();
    private final UniverseIds words;
    private final Map<String, Universe.Source> sources = new TreeMap<>();
    private final Set<LocalDate> days = new TreeSet<>();
    /** The answers by subject: {@code project ID} or {@code city ID}. */
    private final Map<String, List<Answer>> answers = new TreeMap<>();

    private final List<Answer> answered = new ArrayList<>();
    private final Map<String, Node> overlaid = new TreeMap<>();
    /** The day from which answers without a day count; null if no header gives one. */
    private @Nullable LocalDate day;

    UniverseReader(Vocabulary vocabulary, List<SourceFile> sourceFiles, List<Problem> problems) {
        this(sourceFiles, problems, new UniverseIds(vocabulary));
    }

    private UniverseReader(List<SourceFile> sourceFiles, List<Problem> problems, UniverseIds words) {
        this.problems = new ArrayList<>(problems);
        this.sourceFiles = sourceFiles.stream().map(this::checked).toList();
        this.words = words;
    }

    /**
     * Returns a file without texts that are too long, and without hidden characters, which the parser refuses but
     * documents made by programs may contain.
     */
    private SourceFile checked(SourceFile file) {
        Node root = file.root();
        if (root == null) {
            return file;
        }
        Node checked =
                TextLength.refuse(file.read() == null ? HiddenCharacters.refuse(root, problems) : root, problems);
        return checked == root ? file : new SourceFile(file.name(), file.read(), checked, file.own());
    }

    /**
     * Returns a store with more projects, without reading its files again. The new projects' dates do not change its
     * day.
     *
     * @throws IllegalArgumentException if one of the projects is in it already
     */
    static StatementStore join(StatementStore store, List<SourceFile> projects, List<Problem> unread) {
        List<Problem> problems = new ArrayList<>(store.problems());
        problems.addAll(unread);
        return new UniverseReader(projects, problems, store.words()).joined(store);
    }

    private StatementStore joined(StatementStore store) {
        Map<String, ProjectHistory> fresh = readProjects(store.header());
        if (fresh.keySet().stream().anyMatch(store.projects()::containsKey)) {
            throw new IllegalArgumentException("the project exists already");
        }
        Map<String, ProjectHistory> projects = new TreeMap<>(store.projects());
        projects.putAll(fresh);
        Map<String, List<ProjectHistory>> landed = StatementStore.landed(fresh);
        disputes.values().forEach(Collections::sort);
        List<Problem> conflicts = new ArrayList<>(store.conflicts());
        disputes.values().forEach(conflicts::addAll);
        disputes.putAll(store.disputes());
        return store.with(
                store.names().and(Names.of(words.vocabulary(), roots())),
                projects,
                landed.isEmpty() ? store.landed() : StatementStore.landed(projects),
                problems.stream().sorted().distinct().toList(),
                conflicts.stream().sorted().toList(),
                disputes);
    }

    /** Returns a store with the values that a panel gives facts, without reading its files again. */
    static StatementStore judged(StatementStore store, SourceFile values, Entries entries) {
        return new UniverseReader(List.of(values), store.problems(), store.words()).judged(store, entries);
    }

    private StatementStore judged(StatementStore store, Entries entries) {
        Map<String, ProjectHistory> projects = new TreeMap<>(store.projects());
        Map<String, CityHistory> cities = new TreeMap<>(store.cities());
        overlaid.putAll(store.overlaid());
        LocalDate latest = judge(projects, projects.keySet(), cities, cities.keySet(), entries);
        return store.judged(
                projects,
                cities,
                later(store.asOf(), latest),
                problems.stream().sorted().distinct().toList(),
                Map.copyOf(overlaid));
    }

    private List<Node> roots() {
        return sourceFiles.stream()
                .map(SourceFile::root)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the separate Chinese names of firms, by display name. */
    private Map<String, String> chineseFirms() {
        Map<String, String> chinese = new TreeMap<>();
        for (FirmNames.Known firm : words.firms().firms()) {
            if (firm.chinese() != null) {
                chinese.put(firm.name(), firm.chinese());
            }
        }
        return chinese;
    }

    /**
     * Reads all files.
     *
     * @param name the name of the universe if no file gives one
     * @param headed whether a file must have a header
     * @param counted the currency in which money is read; null for that of the header
     */
    StatementStore read(String name, boolean headed, @Nullable Unit counted) {
        for (SourceFile sourceFile : sourceFiles) {
            Node root = sourceFile.root();
            if (root != null) {
                UniverseKeys.check(root, problems);
            }
        }
        Header header = new HeaderReader(problems).read(sourceFiles, headed);
        Unit money = counted == null ? header.money() : counted;
        words.countIn(
                money,
                new RateReader(money, problems).read(items(RateReader.LIST).toList()));
        day = header.asOf();
        readSources();
        UniverseKeys.WORD_LISTS.forEach(this::readWords);
        words.declare(new FirmReader(words, problems).read(items(FirmNames.LIST).toList()));
        Chains chains = readChains();
        readAnswers();
        Map<String, CityHistory> cities = readCities(chains);
        Map<String, ProjectHistory> projects = readProjects(header);
        LocalDate judged = judge(projects, ids("projects"), cities, ids("cities"), new Entries(sourceFiles, overlaid));
        FactReader facts = readFacts(chains, cities);
        Assumptions assumptions = given(AssumptionReader.LIST) ? readAssumptions(money) : Assumptions.NONE;
        LocalDate latest = days.stream().reduce((one, next) -> next).orElse(LocalDate.of(2200, 12, 31));
        disputes.values().forEach(Collections::sort);
        return new StatementStore(
                Objects.requireNonNullElse(header.name(), name),
                Objects.requireNonNullElse(header.title(), Objects.requireNonNullElse(header.name(), name)),
                later(answered(Objects.requireNonNullElse(header.asOf(), latest)), judged),
                header.illustrative(),
                money,
                Names.of(words.vocabulary(), roots()).and(FirmNames.LIST, chineseFirms()),
                projects,
                cities,
                StatementStore.landed(projects),
                chains,
                List.copyOf(sources.values()),
                facts.facts(),
                assumptions,
                problems.stream().sorted().distinct().toList(),
                disputes.values().stream().flatMap(List::stream).sorted().toList(),
                disputes,
                List.copyOf(answered),
                Map.copyOf(overlaid),
                words,
                header);
    }

    private Assumptions readAssumptions(Unit money) {
        AssumptionReader assumed = new AssumptionReader(
                words.vocabulary(), money, words.rates(), Assumption.Origin.UNIVERSE, words::reference, problems);
        items(AssumptionReader.LIST).forEach(assumed::read);
        return assumed.all();
    }

    private Stream<Node> items(String list) {
        return sourceFiles.stream().flatMap(sourceFile -> items(list, sourceFile));
    }

    private Stream<Node> items(String list, SourceFile sourceFile) {
        Node root = sourceFile.root();
        return root == null ? Stream.empty() : root.list(list, problems).stream();
    }

    private boolean given(String list) {
        return sourceFiles.stream()
                .anyMatch(sourceFile ->
                        sourceFile.root() != null && sourceFile.root().get(list) != null);
    }

    private void readSources() {
        Map<String, Node> seen = new TreeMap<>();
        if (given("sources")) {
            words.open("sources");
        }
        items("sources").forEach(node -> {
            String id = entry(
                    Message.of("a source"),
                    named -> Message.of("a source with the id `%s`", named),
                    UniverseKeys.SOURCE,
                    node,
                    seen);
            Node date = node.isMap() ? node.get("date") : null;
            Period period = date == null ? null : Period.parse("date", date, problems);
            if (id != null) {
                LocalDate day = period == null ? null : period.last();
                words.addSource(id, day);
                sources.put(id, new Universe.Source(id, said(node, "title"), day, said(node, "url")));
            }
            if (period != null) {
                days.add(period.last());
            }
        });
    }

    private static @Nullable String said(Node node, String key) {
        return node.optionalText(key, new ArrayList<>());
    }

    private void readWords(String list) {
        Map<String, Node> seen = new TreeMap<>();
        if (given(list)) {
            words.open(list);
        }
        items(list).forEach(node -> {
            String id = entry(
                    Message.of("an entry of `%s`", list),
                    named -> Message.of("an entry of `%s` with the id `%s`", list, named),
                    UniverseKeys.WORD,
                    node,
                    seen);
            if (id != null) {
                words.add(list, id, node);
            }
        });
    }

    /** Returns the id of a plain entry; null if it has none or repeats one. */
    private @Nullable String entry(
            Message owner, Function<String, Message> named, List<String> keys, Node node, Map<String, Node> seen) {
        if (!node.hasKeys(owner, problems)) {
            return null;
        }
        node.allow(owner, keys, problems);
        keys.stream().filter(key -> !key.equals("id")).forEach(key -> node.optionalText(key, problems));
        String id = node.requiredText(owner, "id", problems);
        return id != null && first(named.apply(id), id, node, seen) ? id : null;
    }

    /** Whether an id is new; a duplicate is reported with both places. */
    private boolean first(Message what, String id, Node node, Map<String, Node> seen) {
        Node idNode = HistoryReader.idNode(node);
        Node earlier = seen.putIfAbsent(id, idNode);
        if (earlier != null) {
            problems.add(idNode.problem(Message.of("%s is given already at %s", what, earlier.place())));
        }
        return earlier == null;
    }

    private Chains readChains() {
        if (given("chains")) {
            words.open("links");
        }
        return new ChainReader(words, problems).read(items("chains").toList());
    }

    private Map<String, CityHistory> readCities(Chains chains) {
        List<Node> nodes = items("cities").toList();
        if (given("cities")) {
            words.open("cities");
        }
        for (Node node : nodes) {
            String id = HistoryReader.id(node);
            if (id != null) {
                words.add("cities", id, node);
            }
        }
        Map<String, Node> seen = new TreeMap<>();
        Map<String, CityHistory> cities = new TreeMap<>();
        CityReader reader = new CityReader(words, chains, problems);
        CityNames names = new CityNames();
        for (Node node : nodes) {
            String id = HistoryReader.id(node);
            boolean fresh = id == null || first(Message.of("the city `%s`", id), id, node, seen);
            Problem twin = id == null || !fresh ? null : names.add(id, node);
            if (twin != null) {
                problems.add(twin);
            }
            CityHistory city = fresh && twin == null
                    ? reader.read(overlaid(
                            "cities",
                            "city",
                            node,
                            (entry, wrong) -> new CityReader(words, chains, wrong).read(entry) != null))
                    : null;
            if (city != null) {
                cities.put(city.id(), city);
                note(city);
            }
        }
        return cities;
    }

    private Map<String, ProjectHistory> readProjects(Header header) {
        Map<String, Node> seen = new TreeMap<>();
        Map<String, ProjectHistory> projects = new TreeMap<>();
        ProjectReader reader = new ProjectReader(words);
        for (SourceFile sourceFile : sourceFiles) {
            boolean invented = sourceFile.own() && header.ownIllustrative();
            items("projects", sourceFile).forEach(node -> {
                String id = HistoryReader.id(node);
                boolean first = id == null || first(Message.of("the project `%s`", id), id, node, seen);
                ProjectHistory project = first
                        ? reader.read(
                                overlaid(
                                        "projects",
                                        "project",
                                        node,
                                        (entry, wrong) ->
                                                reader.read(entry, sourceFile.own(), invented, wrong) != null),
                                sourceFile.own(),
                                invented,
                                problems)
                        : null;
                if (project != null) {
                    projects.put(project.id(), project);
                    note(project);
                }
            });
        }
        return projects;
    }

    private void readAnswers() {
        AnswerReader reader = new AnswerReader(words, problems);
        Set<String> projects = ids("projects");
        Set<String> cities = ids("cities");
        items(AnswerReader.LIST).forEach(node -> {
            Answer answer = reader.read(node, projects, cities);
            if (answer != null) {
                answers.computeIfAbsent(answer.subject() + " " + answer.id(), any -> new ArrayList<>())
                        .add(answer);
            }
        });
    }

    /**
     * Replaces facts by the values that a panel gives them.
     *
     * @param entries the entries of the subjects, without these values
     * @return the day of the latest value; {@link LocalDate#MIN} if there is none
     */
    private LocalDate judge(
            Map<String, ProjectHistory> projects,
            Set<String> knownProjects,
            Map<String, CityHistory> cities,
            Set<String> knownCities,
            Entries entries) {
        JudgedReader reader = new JudgedReader(words, problems);
        List<JudgedFact> judged = items(JudgedReader.LIST)
                .map(node -> reader.read(node, knownProjects, knownCities))
                .filter(Objects::nonNull)
                .map(JudgedFact.class::cast)
                .sorted(Comparator.comparing(JudgedFact::day))
                .toList();
        Map<String, List<Node>> said = new TreeMap<>();
        for (JudgedFact one : judged) {
            String property = one.fact().property();
            overlay(one, said.computeIfAbsent(one.id() + " " + one.fact(), fact -> new ArrayList<>()), entries);
            if (one.fact().isOfProject()) {
                projects.computeIfPresent(
                        one.id(), (id, project) -> project.judged(property, one.day(), one.statement()));
            } else {
                cities.computeIfPresent(one.id(), (id, city) -> city.judged(property, one.day(), one.statement()));
            }
        }
        return judged.isEmpty() ? LocalDate.MIN : judged.get(judged.size() - 1).day();
    }

    /**
     * Writes a value of a panel into the entry of its subject, as if it were the only statement about its fact.
     *
     * @param said the values of earlier rounds since the fact was last unknown; receives this one
     */
    private void overlay(JudgedFact judged, List<Node> said, Entries entries) {
        String list = judged.fact().isOfProject() ? "projects" : "cities";
        Node entry =
                overlaid.getOrDefault(list + " " + judged.id(), entries.of(list).get(judged.id()));
        if (entry == null) {
            return;
        }
        Place place = judged.said().place();
        if (judged.statement() == null) {
            said.clear();
        } else {
            said.add(judged.said());
        }
        Node value = said.isEmpty()
                ? Node.scalar(place, "unknown")
                : said.size() == 1 ? said.get(0) : Node.list(place, said);
        overlaid.put(list + " " + judged.id(), entry.with(judged.fact().property(), value));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private Set<String> ids(String list) {
        return items(list)
                .map(HistoryReader::id)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tries to read an entry, and returns whether that succeeds. */
    private interface Trial {
        boolean read(Node entry, List<Problem> wrong);
    }

    /** Returns an entry with all its valid answers added; the problems of the others are reported. */
    private Node overlaid(String list, String subject, Node entry, Trial trial) {
        String id = HistoryReader.id(entry);
        List<Answer> given = id == null ? List.of() : answers.getOrDefault(subject + " " + id, List.of());
        List<Problem> wrong = new ArrayList<>();
        if (given.isEmpty() || !trial.read(entry, wrong)) {
            return entry;
        }
        Laying laying = new Laying(entry, id, trial, new HashSet<>(wrong));
        laying.take(given);
        if (laying.taken != entry) {
            overlaid.put(list + " " + id, laying.taken);
        }
        return laying.taken;
    }

    /** Adds answers to one entry. */
    private final class Laying {

        private final @Nullable String id;
        private final Trial trial;
        /** The problems of the entry without answers. */
        private final Set<Problem> before;

        private final Overlay overlay = new Overlay(words, day);
        private final Set<String> torn = new HashSet<>();
        private Node taken;

        Laying(Node entry, @Nullable String id, Trial trial, Set<Problem> before) {
            this.taken = entry;
            this.id = id;
            this.trial = trial;
            this.before = before;
        }

        /**
         * Adds answers in their order. They are tried together, since each trial reads the whole entry; if that fails,
         * each half is tried, down to the invalid answer.
         */
        void take(List<Answer> given) {
            if (given.size() == 1) {
                take(given.get(0));
            } else if (!isTakenWhole(given)) {
                int half = given.size() / 2;
                take(given.subList(0, half));
                take(given.subList(half, given.size()));
            }
        }

        private boolean isTakenWhole(List<Answer> given) {
            List<Problem> found = new ArrayList<>();
            Node next = taken;
            for (Answer answer : given) {
                Node with = torn.contains(answer.fact())
                        ? null
                        : answer.reply() != null ? next : overlay.with(next, answer, found);
                if (with == null) {
                    return false;
                }
                next = with;
            }
            boolean whole = next == taken || trial.read(next, found);
            found.removeIf(before::contains);
            if (whole && found.isEmpty()) {
                taken = next;
                answered.addAll(given);
                return true;
            }
            return false;
        }

        private void take(Answer answer) {
            if (torn.contains(answer.fact()) && answer.said().get("rows") == null) {
                Node complete = answer.said().get("complete");
                problems.add((complete == null ? answer.said() : complete)
                        .problem(Message.of(
                                "`%s` of `%s` counts as incomplete because one of its rows was refused",
                                answer.fact(), id)));
                return;
            }
            List<Problem> found = new ArrayList<>();
            Node next = answer.reply() != null ? taken : overlay.with(taken, answer, found);
            boolean whole = next == null || next == taken || trial.read(next, found);
            found.removeIf(before::contains);
            if (next != null && whole && found.isEmpty()) {
                taken = next;
                answered.add(answer);
            } else {
                problems.addAll(found);
                torn.add(answer.fact());
            }
        }
    }

    /** Returns the day of the universe, which is at least the day of its latest answer. */
    private LocalDate answered(LocalDate day) {
        return answered.stream().map(Answer::asOf).filter(Objects::nonNull).reduce(day, UniverseReader::later);
    }

    private FactReader readFacts(Chains chains, Map<String, CityHistory> cities) {
        Set<String> ids = new TreeSet<>(ids("cities")); // with refused ones, which are reported already
        ids.addAll(ids("projects"));
        chains.chains().forEach(chain -> ids.add(chain.id()));
        chains.links().forEach(link -> ids.add(link.id()));
        words.firms().firms().forEach(firm -> ids.add(firm.id()));
        cities.values().stream()
                .flatMap(city -> city.rows().stream())
                .filter(row -> row.shape().type() == Fund.class)
                .forEach(fund -> ids.add(fund.text("id")));
        FactReader reader = new FactReader(words, ids, problems);
        items("facts").forEach(reader::read);
        reader.conflicts().forEach((subject, found) -> dispute("fact " + subject, found));
        return reader;
    }

    private void dispute(String subject, List<Problem> found) {
        if (!found.isEmpty()) {
            disputes.computeIfAbsent(subject, any -> new ArrayList<>()).addAll(found);
        }
    }

    private void note(CityHistory city) {
        days.addAll(city.history().days());
        String subject = "city " + city.id();
        dispute(subject, city.history().conflicts(Message.of("the city `%s`", city.id())));
        for (History<?> row : city.rows()) {
            days.addAll(row.days());
            String key = row.text(row.shape().key().get(0));
            dispute(
                    city.id() + " " + Dossier.kind(row.shape().name()) + " " + CityReader.key(row),
                    row.conflicts(
                            Message.of("`%s` in `%s` of `%s`", key, row.shape().list(), city.id())));
        }
        city.links().forEach((link, statements) -> {
            noteDays(statements);
            disagreements(subject, Message.of("whether `%s` holds `%s`", city.id(), link), statements);
        });
        city.stages().forEach((stage, statements) -> {
            noteDays(statements);
            disagreements(subject, Message.of("whether `%s` covers `%s`", city.id(), stage.stage()), statements);
        });
    }

    private void noteDays(List<Statement> statements) {
        for (Statement statement : statements) {
            LocalDate day = statement.evidence().asOf();
            if (day != null) {
                days.add(day);
            }
        }
    }

    private void disagreements(String about, Message what, List<Statement> statements) {
        Settled.byDay(statements).stream()
                .filter(settled -> settled.rival() != null)
                .forEach(settled -> dispute(about, List.of(settled.conflict(what))));
    }

    private void note(ProjectHistory project) {
        days.addAll(project.history().days());
        if (project.decided() != null) {
            days.add(project.decided());
        }
        project.milestones().forEach(milestone -> days.addAll(milestone.days()));
        String subject = "project " + project.id();
        dispute(subject, project.history().conflicts(Message.of("the project `%s`", project.id())));
        Map<String, Statement> earliest = new TreeMap<>();
        for (History<Milestone> milestone : project.milestones()) {
            String step = milestone.text("step");
            Statement reached = milestone.of("reached").get(0);
            Statement earlier = earliest.putIfAbsent(step, reached);
            if (earlier != null
                    && !Objects.equals(
                            earlier.evidence().source(), reached.evidence().source())) {
                dispute(
                        subject,
                        List.of(Settled.datedTwice(
                                Message.of("`%s` of the project `%s`", step, project.id()), earlier, reached)));
            }
        }
    }
}
