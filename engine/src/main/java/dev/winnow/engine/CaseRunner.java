package dev.winnow.engine;

import dev.winnow.engine.WorkedExample.Expected;
import dev.winnow.model.Assessment;
import dev.winnow.model.Finding;
import dev.winnow.model.Node;
import dev.winnow.model.Undetermined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs worked examples: each is a universe of one city and one candidate, judged like any other. */
final class CaseRunner {

    private final RulePack pack;
    private final Screener screener;

    CaseRunner(RulePack pack) {
        this.pack = pack;
        this.screener = Screener.of(pack);
    }

    List<CaseResult> run(List<WorkedExample> examples) {
        return examples.stream().map(this::run).toList();
    }

    private CaseResult run(WorkedExample example) {
        CaseScene scene = CaseScene.of(example, pack.limitTable());
        String expected = expected(example);
        if (!scene.problems().isEmpty()) {
            return result(
                    example,
                    false,
                    expected,
                    "the case cannot be read: " + scene.problems().get(0));
        }
        Surroundings surroundings = scene.surroundings(pack.limitTable());
        if (surroundings == null || scene.candidate() == null) {
            return result(example, false, expected, "the case has no project to judge");
        }
        return judged(example, screener.assess(surroundings, scene.candidate()), expected);
    }

    private static CaseResult judged(WorkedExample example, Assessment assessment, String expected) {
        Finding finding = assessment.findings().stream()
                .filter(one -> one.rule().equals(example.rule()))
                .findFirst()
                .orElse(null);
        Undetermined open = assessment.undetermined().stream()
                .filter(one -> one.rule().equals(example.rule()))
                .findFirst()
                .orElse(null);
        Expected outcome =
                finding != null ? Expected.FIRES : open != null ? Expected.CANNOT_SAY : Expected.DOES_NOT_FIRE;
        boolean passed = outcome == example.outcome() && details(example, finding, open);
        return result(example, passed, expected, actual(outcome, finding, open));
    }

    private static boolean details(WorkedExample example, @Nullable Finding finding, @Nullable Undetermined open) {
        Node expect = example.expect();
        if (expect == null) {
            return true;
        }
        Node share = expect.get("share");
        Node reason = expect.get("reason");
        Node missing = expect.get("missing");
        Node also = expect.get("also");
        return (share == null || (finding != null && isShare(share.text(), finding.share())))
                && (reason == null || (finding != null && finding.reason().equals(reason.text())))
                && (also == null || (finding != null && texts(also).equals(finding.also())))
                && (missing == null || (open != null && texts(missing).equals(open.missing())));
    }

    /** Whether a share is the one written: exactly, or rounded where two or more places are written. */
    private static boolean isShare(String written, BigDecimal share) {
        try {
            BigDecimal wanted = new BigDecimal(written);
            BigDecimal shown = wanted.scale() < 2 ? share : share.setScale(wanted.scale(), RoundingMode.HALF_UP);
            return shown.compareTo(wanted) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).sorted().toList();
    }

    private static String expected(WorkedExample example) {
        Node expect = example.expect();
        StringBuilder text = new StringBuilder(example.outcome().words());
        if (expect != null) {
            for (Node.Field field : expect.fields().values()) {
                if (!field.key().equals("outcome")) {
                    String value = field.value().isList()
                            ? String.join(", ", texts(field.value()))
                            : field.value().text();
                    text.append("; ").append(field.key()).append(": ").append(value);
                }
            }
        }
        return text.toString();
    }

    private static String actual(Expected outcome, @Nullable Finding finding, @Nullable Undetermined open) {
        StringBuilder text = new StringBuilder(outcome.words());
        if (finding != null) {
            text.append("; share: ").append(finding.share().stripTrailingZeros().toPlainString());
            text.append("; reason: ").append(finding.reason());
            if (!finding.also().isEmpty()) {
                text.append("; also: ").append(String.join(", ", finding.also()));
            }
        }
        if (open != null) {
            text.append("; missing: ").append(String.join(", ", open.missing()));
        }
        return text.toString();
    }

    private static CaseResult result(WorkedExample example, boolean passed, String expected, String actual) {
        return new CaseResult(example.sentence(), example.rule(), example.node().place(), passed, expected, actual);
    }
}
