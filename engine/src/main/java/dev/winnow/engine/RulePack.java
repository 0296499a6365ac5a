package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.FinderProvider;
import dev.winnow.engine.internal.join.JoinPlan;
import dev.winnow.engine.internal.score.Assessor;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
    private @Nullable Assessor assessor;
    private @Nullable List<List<String>> limitsRead;
    private @Nullable List<Set<String>> factsRead;
    /** What others derived from the pack, by type. */
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private RulePack(CheckedPack checked, PackTexts texts, @Nullable RulePack original) {
        this.checked = checked;
        this.texts = texts;
        this.original = original;
    }

    /**
     * {@return a pack of files that were read and checked}
     *
     * @param checked the files as read and checked
     */
    @Internal
    public static RulePack of(CheckedPack checked) {
        return new RulePack(checked, PackTexts.ENGLISH, null);
    }

    /**
     * Reads a pack's folder and checks all of it.
     *
     * @param folder the pack's folder
     * @return the pack
     * @throws PackException if the pack is invalid, with all its problems
     */
    public static RulePack load(Path folder) {
        return of(PackReader.read(folder));
    }

    /**
     * Reads a pack of the class path and checks all of it. Its rule files, and the cases of each, are found by the names in its
     * pack.yaml; its digest is that of the same files in a folder.
     *
     * <pre>{@code
     * RulePack ofClassPath = RulePack.load(loader, "dev/winnow/rules/data-centre");
     * }</pre>
     *
     * @param loader finds the files
     * @param folder the pack's folder, as above that of a pack in winnow-rules
     * @return the pack
     * @throws PackException if the pack is invalid or not there, with all its problems
     */
    public static RulePack load(ClassLoader loader, String folder) {
        List<Problem> problems = new ArrayList<>();
        PackFiles files = PackFiles.read(
                Objects.requireNonNull(loader, "loader"), Objects.requireNonNull(folder, "folder"), problems);
        return of(PackReader.read(files, problems));
    }

    /**
     * Checks a pack of texts, such as those of a database.
     *
     * @param name the pack's name
     * @param files its files by name: {@code pack.yaml}, {@code demand-pull.drl}, {@code cases/demand-pull.yaml}
     * @return the pack
     * @throws PackException if the pack is invalid, with all its problems
     */
    public static RulePack of(String name, Map<String, String> files) {
        Objects.requireNonNull(name, "name");
        List<Problem> problems = new ArrayList<>();
        return of(PackReader.read(PackFiles.of(name, Objects.requireNonNull(files, "files"), problems), problems));
    }

    /**
     * Reads an unfinished pack: rules may lack cases.
     *
     * @param folder the pack's folder
     * @return the pack, whose rules may lack cases
     * @throws PackException if the pack is invalid otherwise, with all its problems
     */
    public static RulePack draft(Path folder) {
        return of(PackReader.draft(folder));
    }

    /** {@return which facts its rules may read, beside the core: what its vocabulary.yaml declares} */
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
     * {@return the pack with its texts in a language: titles, reasons and other texts for people differ, and nothing
     * else does} Texts that are not translated stay in English.
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

    /** {@return the version that the owner gave the pack} */
    public String version() {
        return outline().version();
    }

    /** {@return the person or body responsible for the pack} */
    public String owner() {
        return outline().owner();
    }

    /** {@return what the pack is for, in its language} */
    public String purpose() {
        return texts.purpose(outline().purpose());
    }

    /** {@return the SHA-256 digest over the pack's files, in hexadecimal} */
    public String digest() {
        return checked.digest();
    }

    /** {@return what a result names the pack by} */
    @Internal
    public Edition edition() {
        return new Edition(name(), version(), digest());
    }

    /** {@return the criteria, in the order of the pack} */
    public List<Criterion> criteria() {
        return outline().criteria().stream().map(texts::criterion).toList();
    }

    /** {@return the rules, by criterion and place} */
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
     * {@return the most points that the rules of a criterion can award together; a family counts as its largest}
     *
     * @param criterion the id of the criterion
     */
    public BigDecimal reachable(String criterion) {
        return AwardGroups.of(checkedRules().stream().map(CheckedRule::rule).toList())
                .ofCriterion(criterion)
                .reachable();
    }

    /**
     * Its limits with all their values, in the order of their file.
     *
     * @return the summaries of the limits
     */
    public List<LimitSummary> limits() {
        return limitTable().summaries().stream().map(texts::limit).toList();
    }

    /**
     * Adds the titles of the pack's limits to the names of a universe, where the pack's language is not that of its
     * files.
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
        return ofUniverse.and("limits", called);
    }

    /** {@return what it assumes where nothing is known, in the order in which it is tried} */
    @Internal
    public Assumptions assumptions() {
        return checked.assumptions();
    }

    /** {@return the same in words of the pack's language} */
    @Internal
    public List<AssumptionSummary> assumptionsInWords() {
        return assumptions().list().stream()
                .map(assumption -> texts.summary(assumption, types()))
                .toList();
    }

    /**
     * Its worked examples, in the order of the files.
     *
     * @return the summaries of the examples
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

    /** {@return the names of the rule files that score nothing} */
    public List<String> conditions() {
        return List.copyOf(outline().conditions());
    }

    /**
     * {@return the title of a rule file that scores nothing; its name, unless the pack has a title for it in its
     * language}
     *
     * @param condition the name of the rule file
     */
    public String conditionTitle(String condition) {
        return texts.condition(condition);
    }

    /**
     * {@return the title of the rule that carries a table; its id if there is none of that id}
     *
     * @param table the id of that rule, as its rows name it
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

    /** {@return the score below which it is declined, 0 to 100} */
    public BigDecimal declineBelow() {
        return outline().declineBelow();
    }

    /**
     * Its order of importance, of criteria of one side each.
     *
     * @return the lines of the order
     */
    @Internal
    public List<Importance> order() {
        return outline().order();
    }

    /** {@return the figures of a project that can be changed by negotiation, in the order of pack.yaml} */
    @Internal
    public List<Changeable> changeable() {
        return outline().changeable().stream().map(texts::changeable).toList();
    }

    /**
     * Its files as read and checked.
     *
     * @return the pack's files
     */
    @Internal
    public CheckedPack checked() {
        return checked;
    }

    /** {@return the content of pack.yaml} */
    @Internal
    public PackOutline outline() {
        return checked.outline();
    }

    /** The ids of the limits that each of its rules reads, in the order of the rules. */
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

    /** The names of the facts that each of its rules reads, in the order of the rules. */
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
     * {@return what is derived from the pack alone and kept with it, made when it is first asked for}
     *
     * @param type its type, of which a pack keeps one; thread-safe
     * @param make makes it
     */
    @Internal
    public <T> T derived(Class<T> type, Supplier<T> make) {
        return type.cast(derived.computeIfAbsent(type, unused -> make.get()));
    }

    /** The assessor that scores what the pack's rules find. */
    synchronized Assessor assessor() {
        Assessor ready = assessor;
        if (ready == null) {
            ready = new Assessor(outline(), checkedRules(), texts, vocabulary());
            assessor = ready;
        }
        return ready;
    }

    /** {@return the pack's currency as a unit of money; yuan unless pack.yaml names another} */
    public Unit money() {
        return outline().money();
    }

    /**
     * Checks that a universe has the pack's currency, unless the pack's rules compare no amounts of money.
     *
     * @param universe the universe to check
     */
    public void requireCurrency(Universe universe) {
        boolean counts = limitTable().anyMoney() || checkedRules().stream().anyMatch(CheckedRule::addsMoney);
        if (counts && !universe.money().equals(money())) {
            throw new PackException(List.of(new Problem(
                    Place.file(name() + "/pack.yaml"),
                    Message.of(
                            "the pack counts money in %s, the universe `%s` in %s",
                            money().currencyName(),
                            universe.name(),
                            universe.money().currencyName()),
                    0,
                    Message.of(
                            "give a rate and its day, such as `%s`, or take a pack that says `%s`",
                            "--rate " + universe.money().currency() + "=…@2025-12-31",
                            "currency: " + universe.money().currency()))));
        }
    }

    /** {@return the pack's limits} */
    @Internal
    public LimitTable limitTable() {
        return checked.limits();
    }

    /** {@return the rules with their types and variables} */
    @Internal
    public List<CheckedRule> checkedRules() {
        return checked.rules();
    }

    /** The texts of the pack, in its language. */
    PackTexts texts() {
        return texts;
    }

    /** The plan by which its rules are matched, made when first needed. */
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

    /** Its rules compiled for PHREAK, when first needed. */
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
