package dev.winnow.records.internal.text;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts records into words. Immutable. */
public final class RecordWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Wording wording;

    public RecordWords(Wording wording) {
        this.wording = wording;
    }

    /** A labelled text about a record. */
    public record Fact(String label, String text) {}

    /** Returns the texts about a record: its origin, its statement and its place in the chain. */
    public List<Fact> facts(StoredRecord record) {
        List<Fact> facts = new ArrayList<>();
        RecordOrigin origin = record.entry().origin();
        add(facts, "when", wording.sentence("%s UTC", minute(origin)));
        add(facts, "who", origin.by());
        add(facts, "program", program(origin));
        if (record.entry() instanceof DecisionEntry decision) {
            add(facts, decision);
        } else if (record.entry() instanceof FulfilmentEntry fulfilment) {
            add(facts, fulfilment);
        } else if (record.entry() instanceof LetterEntry letter) {
            add(facts, letter);
        } else {
            add(facts, (ScreeningEntry) record.entry());
        }
        add(facts, "hash", record.hash());
        add(facts, "follows", record.previous());
        return facts;
    }

    private void add(List<Fact> facts, String english, String text) {
        facts.add(new Fact(wording.sentence(english), text));
    }

    private void add(List<Fact> facts, ScreeningEntry screening) {
        ScreeningOptions options = screening.options();
        add(
                facts,
                "pack",
                wording.sentence(
                        "%s, digest %s",
                        Editions.named(screening.pack()), screening.pack().digest()));
        add(
                facts,
                "universe",
                wording.sentence(
                        "%s, digest %s",
                        Editions.named(screening.universe()),
                        screening.universe().digest()));
        add(facts, "as of", asOf(options));
        if (!options.assumed().isEmpty()) {
            add(facts, "assumed", String.join("; ", options.assumed()));
        }
        List<String> projects = options.projects();
        List<String> cities = options.cities();
        if (projects != null) {
            add(facts, "projects", wording.list(projects));
        }
        if (cities != null) {
            add(facts, "cities", wording.list(cities));
        }
        if (options.top() != null) {
            add(facts, "the best", String.valueOf(options.top()));
        }
        if (screening.leftOut() > 0) {
            add(facts, "left out", wording.sentence("problems of the universe: %s", screening.leftOut()));
        }
        add(facts, "results", counts(screening.verdicts()));
    }

    private void add(List<Fact> facts, DecisionEntry decision) {
        add(
                facts,
                "about",
                wording.sentence(
                        "%s, as of %s",
                        pair(decision.pair()), wording.day(decision.pair().asOf())));
        add(facts, "decision", verdict(decision.decision()));
        add(facts, "rules", against(decision));
        add(facts, "reason", decision.reason());
        decision.allConditions()
                .forEach(one -> add(facts, "condition", wording.sentence("%s: %s", one.id(), condition(one))));
    }

    private void add(List<Fact> facts, FulfilmentEntry fulfilment) {
        FulfilmentEntry.Reference of = fulfilment.condition();
        add(facts, "about", wording.sentence("condition %s of record %s", of.id(), of.number()));
        add(facts, "met", wording.day(fulfilment.met()));
        add(facts, "reason", fulfilment.reason());
    }

    /** A condition with its owner, day and subject. */
    private String condition(DecisionCondition condition) {
        return condition.about() == null
                ? dated(condition)
                : wording.sentence(
                        condition.isAboutFact() ? "%s (%s; `%s` must be known)" : "%s (%s; `%s` must not hold)",
                        condition.text(),
                        until(condition),
                        condition.about());
    }

    /** Returns a condition with its owner and day. */
    public String dated(DecisionCondition condition) {
        return wording.sentence("%s (%s)", condition.text(), until(condition));
    }

    private String until(DecisionCondition condition) {
        String day = wording.day(condition.due());
        return condition.owner() == null
                ? wording.sentence("until %s", day)
                : wording.sentence("by %s until %s", condition.owner(), day);
    }

    /** {@code Record 2: a decision}. */
    public Message title(StoredRecord record) {
        return record.entry() instanceof DecisionEntry
                ? Message.of("Record %s: a decision", record.number())
                : record.entry() instanceof FulfilmentEntry
                        ? Message.of("Record %s: a condition met", record.number())
                        : record.entry() instanceof LetterEntry
                                ? Message.of("Record %s: a letter", record.number())
                                : Message.of("Record %s: a screening", record.number());
    }

    private void add(List<Fact> facts, LetterEntry letter) {
        add(facts, "to", addressee(letter));
        add(facts, "about", about(letter));
        add(facts, "letter", wording.say("letter." + letter.letter()));
        add(facts, "dated", wording.day(letter.day()));
        LocalDate until = letter.until();
        if (until != null) {
            add(facts, "reply by", wording.day(until));
        }
        DecisionEntry.Reference decided = letter.decided();
        if (decided != null) {
            add(facts, "decision", wording.sentence("record %s", decided.number()));
        }
        letter.questions().forEach(asked -> add(facts, "asks", asked.question()));
        letter.text().lines().filter(line -> !line.isBlank()).forEach(line -> facts.add(new Fact("", line)));
    }

    /** Returns the addressee of a letter in words. */
    public String addressee(LetterEntry letter) {
        String key = "who." + letter.to();
        String known = wording.orKey(key);
        return known.equals(key) ? letter.to() : known;
    }

    /** Returns the project that a letter is about, and its city. */
    public String about(LetterEntry letter) {
        String city = letter.cityName();
        return city == null
                ? wording.name(letter.projectName())
                : wording.sentence("%s, in %s", wording.name(letter.projectName()), wording.name(city));
    }

    /** {@code 2026-11-28 02:10}, in UTC. */
    public String minute(RecordOrigin origin) {
        return MINUTE.format(origin.at());
    }

    /** A record in one sentence. */
    public String summary(RecordEntry entry) {
        if (entry instanceof DecisionEntry decision) {
            return decision(decision);
        }
        if (entry instanceof FulfilmentEntry fulfilment) {
            return wording.sentence(
                    "stated that condition %s of record %s was met on %s. %s",
                    fulfilment.condition().id(),
                    fulfilment.condition().number(),
                    wording.day(fulfilment.met()),
                    fulfilment.reason());
        }
        if (entry instanceof LetterEntry letter) {
            return wording.sentence(
                    "wrote to %s about %s: %s",
                    addressee(letter), about(letter), wording.say("letter." + letter.letter()));
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
        String reasoned = wording.sentence("%s (%s). %s", about, against(decision), decision.reason());
        int conditions = decision.allConditions().size();
        return conditions == 0
                ? reasoned
                : wording.sentence(
                        "%s [%s]",
                        reasoned,
                        wording.say(Message.count(conditions, "no conditions", "1 condition", "%s conditions")));
    }

    /** Whether a decision follows the rules, and the screening that it is about. */
    public String against(DecisionEntry decision) {
        return decision.againstTheRules()
                ? wording.sentence(
                        "against the rules’ %s in record %s",
                        verdict(decision.pair().verdict()), decision.screening().number())
                : wording.sentence(
                        "as the rules say in record %s", decision.screening().number());
    }

    public String verdict(Verdict verdict) {
        return wording.say("verdict." + verdict);
    }

    /** Number of pairs by verdict. */
    String counts(Map<Verdict, Integer> verdicts) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            int count = verdicts.getOrDefault(verdict, 0);
            if (count > 0) {
                counts.add(wording.say("record.count", count, wording.say("verdict." + verdict)));
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
    public String pair(PairResult pair) {
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
