package dev.winnow.engine;

import dev.winnow.engine.compile.PackCache;
import dev.winnow.engine.phreak.CompiledPack;
import dev.winnow.engine.score.Assessor;
import dev.winnow.language.check.AwardGroups;
import dev.winnow.language.check.CheckedPack;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.PackReader;
import dev.winnow.language.check.Reads;
import dev.winnow.language.pack.CaseSummary;
import dev.winnow.language.pack.Changeable;
import dev.winnow.language.pack.Criterion;
import dev.winnow.language.pack.Importance;
import dev.winnow.language.pack.LimitSummary;
import dev.winnow.language.pack.LimitTable;
import dev.winnow.language.pack.Memory;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.pack.PackOutline;
import dev.winnow.language.pack.RuleSummary;
import dev.winnow.language.wording.ChineseRuleWording;
import dev.winnow.language.wording.PackTexts;
import dev.winnow.language.wording.RuleWording;
import dev.winnow.language.wording.RuleWords;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of rules, limits and worked examples, read and found to be within the pack law.
 *
 * <p>Immutable and thread-safe. Compiled once, when first screened with.
 */
public final class RulePack {

    private final CheckedPack checked;
    private final PackTexts tongue;
    private final @Nullable RulePack original;
    private final PackCache cache;
    private @Nullable CompiledPack compiled;
    private @Nullable Assessor assessor;
    private @Nullable List<List<String>> limitsRead;

    private RulePack(CheckedPack checked, PackCache cache, PackTexts tongue, @Nullable RulePack original) {
        this.checked = checked;
        this.cache = cache;
        this.tongue = tongue;
        this.original = original;
    }

    /**
     * A pack of rules that were read and checked.
     *
     * @param cache keeps what the rules compile to
     */
    @Internal
    public static RulePack of(CheckedPack checked, PackCache cache) {
        return new RulePack(checked, cache, PackTexts.ENGLISH, null);
    }

    /**
     * Reads a pack's folder and checks all of it.
     *
     * @throws PackException if anything is wrong with it, with all that is
     */
    public static RulePack load(Path folder) {
        return load(folder, PackCache.none());
    }

    /**
     * The same, with a cache that keeps what its rules compile to.
     *
     * @throws PackException if anything is wrong with it, with all that is
     */
    public static RulePack load(Path folder, PackCache cache) {
        return of(PackReader.read(folder, cache), cache);
    }

    /**
     * Reads the pack of somebody who is still writing it: rules that lack cases are let through.
     *
     * @throws PackException if anything else is wrong with it, with all that is
     */
    public static RulePack draft(Path folder) {
        return draft(folder, PackCache.none());
    }

    /**
     * The same, with a cache that keeps what its rules compile to.
     *
     * @throws PackException if anything else is wrong with it, with all that is
     */
    public static RulePack draft(Path folder, PackCache cache) {
        return of(PackReader.draft(folder, cache), cache);
    }

    /** Its name, which its folder bears. */
    public String name() {
        return outline().name();
    }

    /**
     * The same pack as it speaks a language: titles, reasons and other words for people differ, and nothing else does. What it does not say in
     * that language stays in English.
     */
    public RulePack inLanguage(Language language) {
        if (language == tongue.language()) {
            return this;
        }
        RulePack english = original == null ? this : original;
        Node translation =
                language == Language.EN ? null : checked.translation().get();
        return translation == null
                ? english
                : new RulePack(checked, cache, PackTexts.chinese(translation, checkedRules()), english);
    }

    /** Which language it speaks, as it is. */
    public Language language() {
        return tongue.language();
    }

    /** What people call it. */
    public String title() {
        return tongue.pack(outline().title());
    }

    /** Its version, as its owner counts. */
    public String version() {
        return outline().version();
    }

    /** Who answers for it. */
    public String owner() {
        return outline().owner();
    }

    /** What it is for. */
    public String purpose() {
        return tongue.purpose(outline().purpose());
    }

    /** SHA-256 over its files, in hexadecimal. */
    public String digest() {
        return checked.digest();
    }

    /** What it scores, in its own order. */
    public List<Criterion> criteria() {
        return outline().criteria().stream().map(tongue::criterion).toList();
    }

    /** Its rules, by criterion and place. */
    public List<RuleSummary> rules() {
        return checkedRules().stream().map(this::summary).toList();
    }

    /** What a rule of it is about. */
    @Internal
    public RuleSummary summary(CheckedRule rule) {
        return tongue.summary(rule.rule());
    }

    /** Its rules in plain words of its language, in the same order. */
    public List<RuleWords> inWords() {
        return checkedRules().stream()
                .map(rule ->
                        tongue.language() == Language.ZH ? ChineseRuleWording.of(rule, tongue) : RuleWording.of(rule))
                .toList();
    }

    /** The points that the rules of a criterion can award together: of a family the largest. */
    public BigDecimal reachable(String criterion) {
        return AwardGroups.of(checkedRules().stream().map(CheckedRule::rule).toList())
                .ofCriterion(criterion)
                .reachable();
    }

    /** Its limits with all their values, in the order of their file. */
    public List<LimitSummary> limits() {
        return limitTable().summaries().stream().map(tongue::limit).toList();
    }

    /** The names of a universe, and what the pack calls its limits where it speaks another language than its files. */
    public Names names(Names ofUniverse) {
        if (tongue.language() == Language.EN) {
            return ofUniverse;
        }
        Map<String, String> called = new HashMap<>();
        limits().stream()
                .filter(limit -> !limit.title().isEmpty())
                .forEach(limit -> called.put(limit.id(), limit.title()));
        return ofUniverse.and("limits", called);
    }

    /** Its worked examples, in the order of the files. */
    public List<CaseSummary> cases() {
        return checked.examples().stream()
                .map(example -> new CaseSummary(
                        example.sentence(),
                        example.rule(),
                        example.outcome().words(),
                        example.node().place()))
                .toList();
    }

    /** The rule files that score nothing. */
    public List<String> conditions() {
        return List.copyOf(outline().conditions());
    }

    /** What people call a rule file that scores nothing; its name, unless the pack has another in its language. */
    public String conditionTitle(String condition) {
        return tongue.condition(condition);
    }

    /** The score from which a candidate is recommended, 0 to 100. */
    public BigDecimal recommendFrom() {
        return outline().recommendFrom();
    }

    /** The score below which it is declined, 0 to 100. */
    public BigDecimal declineBelow() {
        return outline().declineBelow();
    }

    /** Its order of importance, of criteria of one side each. */
    public List<Importance> order() {
        return outline().order();
    }

    /** The figures of a project that somebody could move, in the order of pack.yaml. */
    public List<Changeable> changeable() {
        return outline().changeable().stream().map(tongue::changeable).toList();
    }

    /** Its files as read and checked. */
    @Internal
    public CheckedPack checked() {
        return checked;
    }

    /** Remembers what is found out about its files, by their digest. */
    @Internal
    public Memory memory() {
        return cache;
    }

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

    /** Adds up what its rules find. */
    synchronized Assessor assessor() {
        Assessor ready = assessor;
        if (ready == null) {
            ready = new Assessor(outline(), checkedRules(), tongue);
            assessor = ready;
        }
        return ready;
    }

    /** What it counts money in; yuan unless it says otherwise. */
    public Unit money() {
        return outline().money();
    }

    /**
     * Refuses a universe whose money is of another currency than its own, unless its rules hold no money against money.
     */
    public void requireCurrency(Universe universe) {
        boolean counts = limitTable().anyMoney() || checkedRules().stream().anyMatch(CheckedRule::addsMoney);
        if (counts && universe.money() != money()) {
            throw new PackException(List.of(new Problem(
                    Place.file(name() + "/pack.yaml"),
                    Message.of(
                            "the pack counts money in %s, the universe `%s` in %s",
                            money().currencyName(),
                            universe.name(),
                            universe.money().currencyName()),
                    0,
                    Message.of(
                            "no rate is guessed: take a pack that says `%s`",
                            "currency: " + universe.money().currency()))));
        }
    }

    @Internal
    public LimitTable limitTable() {
        return checked.limits();
    }

    /** Its rules with what the law found out about them. */
    public List<CheckedRule> checkedRules() {
        return checked.rules();
    }

    /** What its rules are called, and say. */
    PackTexts texts() {
        return tongue;
    }

    @Internal
    public synchronized CompiledPack compiled() {
        if (original != null) {
            return original.compiled();
        }
        CompiledPack ready = compiled;
        if (ready == null) {
            ready = CompiledPack.of(name(), checkedRules(), cache);
            compiled = ready;
        }
        return ready;
    }
}
