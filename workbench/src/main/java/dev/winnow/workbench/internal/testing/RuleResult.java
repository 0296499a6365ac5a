package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.Missing;
import dev.winnow.engine.internal.score.Reasons;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of one rule for one candidate, with the details that a worked example can expect.
 *
 * @param outcome the outcome
 * @param share the share of its points; null unless it fires
 * @param reason its reason; null unless it fires
 * @param also the reasons of further matches
 * @param missing the facts that would decide it; null if it is decided
 * @param says further details, by their key in a case; empty unless it fires
 */
public record RuleResult(
        Expected outcome,
        @Nullable BigDecimal share,
        @Nullable String reason,
        List<String> also,
        @Nullable List<String> missing,
        Map<String, String> says) {

    /** Returns the result of a rule in an assessment. */
    static RuleResult of(CheckedRule rule, Explanation explanation, Walker walk) {
        Finding finding = explanation.findings().stream()
                .filter(one -> one.rule().equals(rule.id()))
                .findFirst()
                .orElse(null);
        Undetermined open = explanation.undetermined().stream()
                .filter(one -> one.rule().equals(rule.id()))
                .findFirst()
                .orElse(null);
        Expected outcome =
                finding != null ? Expected.FIRES : open != null ? Expected.CANNOT_SAY : Expected.DOES_NOT_FIRE;
        return new RuleResult(
                outcome,
                finding == null ? null : finding.share(),
                finding == null ? null : finding.reason(),
                finding == null ? List.of() : finding.also(),
                open == null ? null : open.missing(),
                finding == null || walk.certain().isEmpty()
                        ? Map.of()
                        : says(rule.rule(), Match.chosen(walk.certain())));
    }

    /**
     * Returns the result of a rule that has been walked.
     *
     * @param open finds the missing facts of several rules
     * @param number the index of the rule among them
     */
    public static RuleResult of(Walker walk, EvaluationContext context, Project candidate, Missing open, int number) {
        if (walk.possible().isEmpty()) {
            return new RuleResult(Expected.DOES_NOT_FIRE, null, null, List.of(), null, Map.of());
        }
        RuleOutcome outcome = walk.outcome();
        PackRule rule = outcome.rule().rule();
        List<String> missing = outcome.isOpen() ? open.of(number, outcome, context, candidate) : null;
        if (!outcome.holds()) {
            Expected undecided = missing == null ? Expected.DOES_NOT_FIRE : Expected.CANNOT_SAY;
            return new RuleResult(undecided, null, null, List.of(), missing, Map.of());
        }
        Match chosen = Match.chosen(walk.certain());
        Names names = context.facts().names();
        return new RuleResult(
                Expected.FIRES,
                rule.awards() ? chosen.share().low().rounded().stripTrailingZeros() : BigDecimal.ONE,
                PackTexts.ENGLISH.reason(chosen.rule(), chosen.arguments(), names),
                Reasons.also(
                        chosen,
                        walk.certain(),
                        match -> PackTexts.ENGLISH.reason(match.rule(), match.arguments(), names)),
                missing,
                says(rule, chosen));
    }

    private static Map<String, String> says(PackRule rule, Match chosen) {
        Map<String, String> says = new TreeMap<>();
        says.put("effect", WorkedExample.word(rule.effect()));
        says.put("criterion", rule.target());
        if (rule.awards()) {
            says.put("points", plain(rule.points()));
        }
        if (rule.family() != null) {
            says.put("family", rule.family());
        }
        if (rule.action() != null) {
            says.put("action", rule.action().name());
        }
        if (rule.effect().limits()) {
            says.put("ceiling", plain(chosen.share().low().rounded()));
        }
        if (chosen.district() != null) {
            says.put("district", chosen.district());
        }
        return says;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Whether this meets all expectations of a case. */
    public boolean meets(WorkedExample example) {
        Node expect = example.expect();
        if (outcome != example.outcome() || expect == null) {
            return outcome == example.outcome();
        }
        Node also = expect.get("also");
        Node missed = expect.get("missing");
        Node wanted = expect.get("share");
        Node sentence = expect.get("reason");
        return (wanted == null || (share != null && isShare(wanted.text(), share)))
                && (sentence == null || sentence.text().equals(reason))
                && (also == null || texts(also).equals(this.also))
                && (missed == null || texts(missed).equals(missing))
                && WorkedExample.FINDING_KEYS.stream().allMatch(key -> says(key, expect.get(key)));
    }

    private boolean says(String key, @Nullable Node wanted) {
        String said = says.get(key);
        return wanted == null
                || (said != null && (said.equals(wanted.text().strip()) || isSameNumber(said, wanted.text())));
    }

    private static boolean isSameNumber(String said, String wanted) {
        try {
            return new BigDecimal(said).compareTo(new BigDecimal(wanted.strip())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Whether a share equals a written one: exactly, or after rounding to the written decimals if there are at least
     * two.
     */
    private static boolean isShare(String written, BigDecimal share) {
        if (!written.matches("[0-9]{1,3}(\\.[0-9]{1,20})?")) {
            return false; // excludes numbers of a billion digits
        }
        try {
            BigDecimal wanted = new BigDecimal(written);
            BigDecimal shown = wanted.scale() < 2 ? share : share.setScale(wanted.scale(), RoundingMode.HALF_UP);
            return shown.compareTo(wanted) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).sorted().toList();
    }

    /**
     * Returns the result in words.
     *
     * @param example determines which details are included besides share, reasons and missing facts
     */
    String words(WorkedExample example) {
        StringBuilder text = new StringBuilder(outcome.words());
        if (share != null) {
            text.append("; share: ").append(plain(share));
            text.append("; reason: ").append(reason);
        }
        if (!also.isEmpty()) {
            text.append("; also: ").append(String.join(", ", also));
        }
        if (missing != null) {
            text.append("; missing: ").append(String.join(", ", missing));
        }
        Node expect = example.expect();
        if (expect != null) {
            WorkedExample.FINDING_KEYS.stream()
                    .filter(key -> expect.get(key) != null && says.containsKey(key))
                    .forEach(key -> text.append("; ").append(key).append(": ").append(says.get(key)));
        }
        return text.toString();
    }
}
