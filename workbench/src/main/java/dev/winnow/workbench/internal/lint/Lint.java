package dev.winnow.workbench.internal.lint;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.Bands;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.Accepted;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds parts of a pack that are valid but probably not intended. Nothing is compiled. */
public final class Lint {

    private static final Set<String> PLACEHOLDERS = Set.of("""
        tbd, tba, tbc, todo, fixme, xxx, x, na, none, nil, null, unknown, source, sources, reason,
        missing, assumed, assumption, guess, guessed, estimate, later, see above, 待定, 无, 未知
        """.strip().split(",\\s+"));

    private final PackOutline outline;
    private final LimitTable limits;
    private final List<CheckedRule> rules;
    private final CheckedPack pack;

    private Lint(CheckedPack pack) {
        this.outline = pack.outline();
        this.limits = pack.limits();
        this.rules = pack.rules();
        this.pack = pack;
    }

    /**
     * {@return the remarks on a pack: warnings, then notes, by place}
     *
     * @param pack the pack
     */
    public static List<Remark> remarks(RulePack pack) {
        CheckedPack checked = pack.checked();
        return checked.files().isEmpty() ? List.of() : remarks(checked, new LintBudget(LintBudget.STEPS));
    }

    /** Returns the remarks found within a budget. */
    static List<Remark> remarks(CheckedPack pack, LintBudget budget) {
        return new Lint(pack).remarks(budget);
    }

    /**
     * {@return the problems of a draft's rules that lack cases, by place} They are included in the remarks.
     *
     * @param pack the pack
     */
    public static List<Problem> lackingCases(RulePack pack) {
        return pack.checked().lacking().stream().sorted().toList();
    }

    /** Whether the pack's owner accepts a remark. Lacking cases cannot be accepted, since such a pack cannot screen. */
    static boolean accepts(CheckedPack pack, Remark remark) {
        return pack.accepted().stream().anyMatch(one -> covers(one, remark));
    }

    private List<Remark> remarks(LintBudget budget) {
        List<Remark> remarks = new ArrayList<>(withoutCases());
        List<CheckedRule> alive = new ArrayList<>();
        for (CheckedRule rule : rules) {
            RuleFile file = Objects.requireNonNull(pack.files().get(rule.rule().criterion()));
            RuleLint lint = RuleLint.of(rule, file, limits, budget);
            remarks.addAll(lint.remarks());
            if (!lint.never()) {
                alive.add(rule);
            }
        }
        remarks.addAll(PairLint.of(alive, limits, budget));
        remarks.addAll(CriterionLint.of(outline, alive, limits, budget));
        remarks.addAll(AwardLint.of(rules, limits, budget));
        remarks.addAll(LimitLint.of(rules, limits));
        remarks.addAll(FactLint.of(rules, pack.types().vocabulary()));
        remarks.addAll(AssumptionLint.of(rules, limits, pack.assumptions()));
        for (Bands.Finding finding : Bands.of(rules, limits)) {
            if (finding.check() != null) {
                remarks.add(new Remark(finding.check(), About.RULE, finding.rule(), finding.problem()));
            }
        }
        Node listed = outline.source();
        if (!budget.sufficed() && listed != null) {
            remarks.add(new Remark(
                    Check.INCOMPLETE,
                    About.PACK,
                    outline.name(),
                    listed.problem(
                            Message.of(
                                    "not all rules were compared with each other: they are too many, too long or too similar"),
                            Message.of("every remark is right, but there may be more"))));
        }
        Node chinese = pack.translation();
        if (chinese != null) {
            remarks.addAll(Translation.of(chinese, outline, limits, rules));
        }
        return unaccepted(remarks).stream().sorted().toList();
    }

    private List<Remark> withoutCases() {
        Map<Object, String> ids = new HashMap<>();
        rules.forEach(rule -> ids.put(rule.rule().place(), rule.id()));
        return pack.lacking().stream()
                .map(problem ->
                        new Remark(Check.LACKS_CASE, About.RULE, ids.getOrDefault(problem.place(), ""), problem))
                .toList();
    }

    private static boolean covers(Accepted accepted, Remark remark) {
        return accepted.check() != Check.LACKS_CASE
                && remark.check() == accepted.check()
                && remark.about() == accepted.about()
                && remark.id().equals(accepted.id());
    }

    /** Returns the remarks that are not accepted, and a remark on each entry that accepts nothing. */
    private List<Remark> unaccepted(List<Remark> remarks) {
        List<Remark> left = new ArrayList<>(
                remarks.stream().filter(remark -> !accepts(pack, remark)).toList());
        for (Accepted one : pack.accepted()) {
            boolean idle = remarks.stream().noneMatch(remark -> covers(one, remark));
            if (idle && one.check() != Check.OPEN_KNOCK_OUT && one.check() != Check.UNREAD_FACT) {
                left.add(new Remark(
                        Check.IDLE_ACCEPT,
                        About.PACK,
                        outline.name(),
                        one.node()
                                .problem(
                                        Message.of(
                                                "nothing to accept: `%s` has no remark on `%s`",
                                                one.check().code(), one.id()),
                                        Message.of("remove the entry"))));
            }
        }
        return left;
    }

    /** Whether a text is a placeholder, such as {@code tbd} or {@code ???}. */
    static boolean isPlaceholder(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(character -> Character.isLetterOrDigit(character) || character == ' ')
                .forEach(letters::appendCodePoint);
        String plain = letters.toString().strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || PLACEHOLDERS.contains(plain);
    }
}
