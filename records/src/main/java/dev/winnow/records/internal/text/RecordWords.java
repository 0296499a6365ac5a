package dev.winnow.records.internal.text;

import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts records into words. */
final class RecordWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Wording wording;

    RecordWords(Wording wording) {
        this.wording = wording;
    }

    /** {@code 2026-11-28 02:10}, in UTC. */
    String minute(RecordOrigin origin) {
        return MINUTE.format(origin.at());
    }

    /** A record in one sentence. */
    String summary(RecordEntry entry) {
        if (entry instanceof DecisionEntry decision) {
            return decision(decision);
        }
        ScreeningEntry screening = (ScreeningEntry) entry;
        return wording.sentence(
                "screened universe %s, pack %s: %s",
                Editions.named(screening.universe()), Editions.named(screening.pack()), counts(screening.verdicts()));
    }

    private String decision(DecisionEntry decision) {
        String about = wording.sentence(
                "decided on %s in %s: %s",
                wording.name(decision.pair().projectName()),
                wording.name(decision.pair().cityName()),
                verdict(decision.decision()));
        return wording.sentence("%s (%s). %s", about, against(decision), decision.reason());
    }

    /** Whether a decision follows the rules, and the screening that it is about. */
    String against(DecisionEntry decision) {
        return decision.againstTheRules()
                ? wording.sentence(
                        "against the rules’ %s in record %s",
                        verdict(decision.pair().verdict()), decision.screening().number())
                : wording.sentence(
                        "as the rules say in record %s", decision.screening().number());
    }

    String verdict(Verdict verdict) {
        return wording.say("verdict." + verdict);
    }

    /** Number of pairs by verdict. */
    String counts(Map<Verdict, Integer> verdicts) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            int count = verdicts.getOrDefault(verdict, 0);
            if (count > 0) {
                counts.add(wording.sentence("%s %s", count, wording.say("verdict." + verdict)));
            }
        }
        return counts.isEmpty() ? wording.say("record.none") : wording.list(counts);
    }

    /** The day or days of the judgements. */
    String asOf(ScreeningOptions options) {
        String asOf = options.asOf();
        return asOf == null
                ? wording.sentence("the universe’s own day")
                : asOf.equals(ScreeningOptions.AT_DECISIONS)
                        ? wording.sentence("the day of each decision")
                        : wording.day(LocalDate.parse(asOf));
    }

    /** {@code Winston in Tianjin}. */
    String pair(PairResult pair) {
        return wording.sentence("%s, in %s", wording.name(pair.projectName()), wording.name(pair.cityName()));
    }

    /** The version of winnow and of Java. */
    String program(RecordOrigin origin) {
        return wording.sentence(
                "%s on Java %s",
                origin.winnow().isEmpty() ? wording.sentence("unpackaged winnow") : "winnow " + origin.winnow(),
                origin.java());
    }
}
