package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.FinderProvider;
import dev.winnow.engine.internal.join.JoinPlan;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.language.CaseSummary;
import dev.winnow.language.Criterion;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.PackException;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.AssumptionSummary;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.language.internal.pack.Importance;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.language.internal.wording.ChineseRuleWording;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.language.internal.wording.RuleWording;
import dev.winnow.language.internal.wording.RuleWords;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack: a folder of rules, limits and worked examples that has been read and checked.
 *
 * <p>Immutable and thread-safe.
 */
public final class RulePack {

    private final CheckedPack checked;
    private final PackTexts texts;
    private final @Nullable RulePack original;
    private @Nullable JoinPlan plan;
    private @Nullable Finder phreak;
    private @Nullable PairScorer scorer;
    private @Nullable List<List<String>> limitsRead;
    private @Nullable List<Set<String>> factsRead;
    /** Data that other modules derived from the pack, by type. */
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private RulePack(CheckedPack checked, PackTexts texts, @Nullable RulePack original) {
        this.checked = checked;
        this.texts = texts;
        this.original = original;
    }

    /**
     * {@return a pack from checked files}
     *
     * @param checked the checked files
     */
    @Internal
    public static RulePack of(CheckedPack checked) {
        return new RulePack(checked, PackTexts.ENGLISH, null);
    }

    /**
     * Reads and checks a pack's folder.
     *
     * @param folder the pack's folder
     * @return the pack
     * @throws PackException if the pack is invalid; lists all problems
     */
    public static RulePack load(Path folder) {
        return of(PackReader.read(folder));
    }

    /**
     * Reads and checks a pack on the class path. Its pack.yaml lists the rule files; a rule file's name gives the name
     * of its cases. The digest equals that of the same files in a folder.
     *
     * <pre>{@code
     * RulePack ofClassPath = RulePack.load(loader, "dev/winnow/rules/data-centre");
     * }</pre>
     *
     * @param loader finds the files
     * @param folder the resource path of the pack's folder
     * @return the pack
     * @throws PackException if the pack is missing or invalid; lists all problems
     */
    public static RulePack load(ClassLoader loader, String folder) {
        List<Problem> problems = new ArrayList<>();
        PackFiles files = PackFiles.read(
                Objects.requireNonNull(loader, "loader"), Objects.requireNonNull(folder, "folder"), problems);
        return of(PackReader.read(files, problems));
    }

    /**
     * Checks a pack given as texts, for example from a database.
     *
     * @param name the pack's name
     * @param files its files by name: {@code pack.yaml}, {@code demand-pull.drl}, {@code cases/demand-pull.yaml}
     * @return the pack
     * @throws PackException if the pack is invalid; lists all problems
     */
    public static RulePack of(String name, Map<String, String> files) {
        Objects.requireNonNull(name, "name");
        List<Problem> problems = new ArrayList<>();
        return of(PackReader.read(PackFiles.of(name, Objects.requireNonNull(files, "files"), problems), problems));
    }

    /**
     * Reads an unfinished pack, in which rules may lack cases.
     *
     * @param folder the pack's folder
     * @return the pack
     * @throws PackException if the pack is invalid in any other way; lists all problems
     */
    public static RulePack draft(Path folder) {
        return of(PackReader.draft(folder));
    }

    /**
     * Reads and checks a pack's folder without its worked examples, which a screening does not need. {@link #cases}
     * and {@link CheckedPack#examples} read and check them on first use. The digest includes their files.
     *
     * @param folder the pack's folder
     * @return the pack
     * @throws PackException if the pack is invalid; lists all problems but those of its cases
     */
    @Internal
    public static RulePack forScreening(Path folder) {
        List<Problem> problems = new ArrayList<>();
        return of(PackReader.forScreening(PackFiles.read(folder, problems), problems));
    }

    /** {@return a pack given as texts, as {@link #forScreening(Path)} reads a folder} */
    @Internal
    public static RulePack forScreening(String name, Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        return of(PackReader.forScreening(PackFiles.of(name, files, problems), problems));
    }

    /** {@return the facts that the pack's rules may read: the core and those declared in its vocabulary.yaml} */
    public Vocabulary vocabulary() {
        return checked.types().vocabulary();
    }

    /** {@return the fact types that its rules may match} */
    @Internal
    public FactTypes types() {
        return checked.types();
    }

    /** {@return the pack's name, which is the name of its folder} */
    public String name() {
        return outline().name();
    }

    /**
     * {@return the pack with its titles, reasons and other texts in a language} Texts without a translation stay in
     * English. Nothing else changes.
     *
     * @param language the language
     */
    public RulePack inLanguage(Language language) {
        if (language == texts.language()) {
            return this;
        }
        RulePack english = original == null ? this : original;
        Node translation = language == Language.ZH ? checked.translation() : null;
        return translation == null
                ? english
                : new RulePack(checked, PackTexts.chinese(translation, checkedRules()), english);
    }

    /** {@return the language of the pack's texts} */
    public Language language() {
        return texts.language();
    }

    /** {@return the title, in the pack's language} */
    public String title() {
        return texts.pack(outline().title());
    }

    /** {@return the version, as given by the pack's owner} */
    public String version() {
        return outline().version();
    }

    /** {@return the person or body responsible for the pack} */
    public String owner() {
        return outline().owner();
    }

    /** {@return the purpose of the pack, in its language} */
    public String purpose() {
        return texts.purpose(outline().purpose());
    }

    /** {@return the SHA-256 digest of the pack's files, in hexadecimal} */
    public String digest() {
        return checked.digest();
    }

    /** {@return the identification of the pack in results} */
    @Internal
    public Edition edition() {
        return new Edition(name(), version(), digest());
    }

    /** {@return the criteria, in the order of the pack} */
    public List<Criterion> criteria() {
        return outline().criteria().stream().map(texts::criterion).toList();
    }

    /** {@return the rules, by criterion and order in the file} */
    public List<RuleSummary> rules() {
        return checkedRules().stream().map(this::summary).toList();
    }

    /**
     * {@return the summary of one of the pack's rules}
     *
     * @param rule a rule of this pack
     */
    @Internal
    public RuleSummary summary(CheckedRule rule) {
        return texts.summary(rule.rule());
    }

    /** {@return the rules in plain words of the pack's language, in the order of {@link #rules}} */
    @Internal
    public List<RuleWords> inWords() {
        return checkedRules().stream()
                .map(rule ->
                        texts.language() == Language.ZH ? ChineseRuleWording.of(rule, texts) : RuleWording.of(rule))
                .toList();
    }

    /**
     * {@return the most points that a criterion's rules can award together; a family counts as its largest rule}
     *
     * @param criterion the id of the criterion
     */
    public BigDecimal reachable(String criterion) {
        return AwardGroups.of(checkedRules().stream().map(CheckedRule::rule).toList())
                .ofCriterion(criterion)
                .reachable();
    }

    /** {@return the limits with all their values, in the order of their file} */
    public List<LimitSummary> limits() {
        return limitTable().summaries().stream().map(texts::limit).toList();
    }

    /**
     * Adds the titles of the pack and of its limits to the names of a universe if the pack's language differs from that of its files.
     *
     * @param ofUniverse the universe's names
     * @return the names with the titles added
     */
    public Names names(Names ofUniverse) {
        if (texts.language() == Language.EN) {
            return ofUniverse;
        }
        Map<String, String> called = new HashMap<>();
        limits().stream()
                .filter(limit -> !limit.title().isEmpty())
                .forEach(limit -> called.put(limit.id(), limit.title()));
        return ofUniverse.and("limits", called).and("packs", Map.of(name(), title()));
    }

    /** {@return the pack's assumptions for unknown facts, in the order in which they are tried} */
    @Internal
    public Assumptions assumptions() {
        return checked.assumptions();
    }

    /** {@return the assumptions in words of the pack's language} */
    @Internal
    public List<AssumptionSummary> assumptionsInWords() {
        return assumptions().list().stream()
                .map(assumption -> texts.summary(assumption, types()))
                .toList();
    }

    /**
     * {@return the worked examples, in the order of the files}
     *
     * @throws PackException if the pack was read for a screening only, and its cases have problems
     */
    public List<CaseSummary> cases() {
        return checked.examples().stream()
                .map(example -> new CaseSummary(
                        example.sentence(),
                        example.rule(),
                        example.outcome().words(),
                        example.node().place()))
                .toList();
    }

    /** {@return the names of the rule files that do not belong to a criterion and award no points} */
    public List<String> conditions() {
        return List.copyOf(outline().conditions());
    }

    /**
     * {@return the title of a rule file that awards no points; its name if the pack has no title for it in its
     * language}
     *
     * @param condition the name of the rule file
     */
    public String conditionTitle(String condition) {
        return texts.condition(condition);
    }

    /**
     * {@return the title of the rule that carries a table; the id if no rule has it}
     *
     * @param table the id of the rule, as the table's rows refer to it
     */
    public String tableTitle(String table) {
        return checkedRules().stream()
                .map(rule -> rule.rule().row())
                .filter(row -> row != null && row.table().id().equals(table))
                .map(row -> texts.title(row.table()))
                .findFirst()
                .orElse(table);
    }

    /** {@return the score from which a candidate is recommended, 0 to 100} */
    public BigDecimal recommendFrom() {
        return outline().recommendFrom();
    }

    /** {@return the score below which a candidate is declined, 0 to 100} */
    public BigDecimal declineBelow() {
        return outline().declineBelow();
    }

    /** {@return the order of importance of the criteria; each line is about one side} */
    @Internal
    public List<Importance> order() {
        return outline().order();
    }

    /** {@return the figures of a project that negotiation can change, in the order of pack.yaml} */
    @Internal
    public List<Changeable> changeable() {
        return outline().changeable().stream().map(texts::changeable).toList();
    }

    /** {@return the files as read and checked} */
    @Internal
    public CheckedPack checked() {
        return checked;
    }

    /** {@return the content of pack.yaml} */
    @Internal
    public PackOutline outline() {
        return checked.outline();
    }

    /** The ids of the limits that each rule reads, in the order of the rules. */
    synchronized List<List<String>> limitsRead() {
        List<List<String>> ready = limitsRead;
        if (ready == null) {
            ready = checkedRules().stream()
                    .map(rule -> List.copyOf(Reads.limits(rule)))
                    .toList();
            limitsRead = ready;
        }
        return ready;
    }

    /** The names of the facts that each rule reads, in the order of the rules. */
    synchronized List<Set<String>> factsRead() {
        List<Set<String>> ready = factsRead;
        if (ready == null) {
            ready = checkedRules().stream()
                    .<Set<String>>map(rule -> Collections.unmodifiableSet(Reads.facts(rule)))
                    .toList();
            factsRead = ready;
        }
        return ready;
    }

    /**
     * {@return the names of the facts that a rule reads, sorted: {@code project.yieldRate}; empty for an unknown rule}
     *
     * @param rule the rule's id
     */
    @Internal
    public SortedSet<String> factsRead(String rule) {
        return checkedRules().stream()
                .filter(one -> one.id().equals(rule))
                .flatMap(one -> Reads.facts(one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * {@return the names of the facts that the conditions of a rule test, in the order written; empty for an unknown
     * rule}
     *
     * @param rule the rule's id
     */
    @Internal
    public List<String> factsTested(String rule) {
        return checkedRules().stream()
                .filter(one -> one.id().equals(rule))
                .flatMap(one -> Reads.tested(one).stream())
                .toList();
    }

    /**
     * {@return data derived from the pack alone, created on first use and cached; thread-safe}
     *
     * @param type its type; a pack caches one value per type
     * @param make creates the value
     */
    @Internal
    public <T> T derived(Class<T> type, Supplier<T> make) {
        return type.cast(derived.computeIfAbsent(type, unused -> make.get()));
    }

    /** The scorer that scores the outcomes of the pack's rules. */
    synchronized PairScorer scorer() {
        PairScorer ready = scorer;
        if (ready == null) {
            ready = new PairScorer(outline(), checkedRules(), texts, vocabulary());
            scorer = ready;
        }
        return ready;
    }

    /** {@return the pack's currency as a unit of money; yuan unless pack.yaml names another} */
    public Unit money() {
        return outline().money();
    }

    /**
     * Checks that a universe uses the pack's currency. Passes if no rule of the pack compares amounts of money.
     *
     * @param universe the universe to check
     */
    public void requireCurrency(Universe universe) {
        boolean counts = limitTable().anyMoney() || checkedRules().stream().anyMatch(CheckedRule::addsMoney);
        if (counts && !universe.money().equals(money())) {
            throw new PackException(List.of(new Problem(
                    Place.file(name() + "/pack.yaml"),
                    Message.of(
                            "the pack's currency is %s, but the universe `%s` uses %s",
                            money().currencyName(),
                            universe.name(),
                            universe.money().currencyName()),
                    0,
                    Message.of(
                            "give an exchange rate with its date, such as `%s`, or use a pack with `%s`",
                            "--rate " + universe.money().currency() + "=…@2025-12-31",
                            "currency: " + universe.money().currency()))));
        }
    }

    /** {@return the pack's limits} */
    @Internal
    public LimitTable limitTable() {
        return checked.limits();
    }

    /** {@return the rules with their resolved types and variables} */
    @Internal
    public List<CheckedRule> checkedRules() {
        return checked.rules();
    }

    /** The texts of the pack, in its language. */
    PackTexts texts() {
        return texts;
    }

    /** The plan for matching the rules, created on first use. */
    synchronized JoinPlan plan() {
        if (original != null) {
            return original.plan();
        }
        JoinPlan ready = plan;
        if (ready == null) {
            ready = JoinPlan.of(checkedRules());
            plan = ready;
        }
        return ready;
    }

    /** The rules compiled for PHREAK on first use. */
    synchronized Finder phreak() {
        if (original != null) {
            return original.phreak();
        }
        Finder ready = phreak;
        if (ready == null) {
            ready = FinderProvider.onClassPath().finder(name(), checkedRules());
            phreak = ready;
        }
        return ready;
    }
}
