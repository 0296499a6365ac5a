package dev.winnow.serve.internal.decisions;

import dev.winnow.console.input.RecordsInput;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.PairReasons;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.content.PairScore;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.RequestKey;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.ConditionFulfilment;
import dev.winnow.records.internal.replay.PairDecision;
import dev.winnow.records.internal.replay.RecordedPair;
import dev.winnow.records.internal.replay.Recording;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.RecordWords;
import dev.winnow.records.internal.text.ReplayWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the records of the workbench and appends to them, as the commands do. Thread-safe. */
public final class WorkbenchRecords {

    private final RecordsInput input;
    private final Wording wording;
    private final RecordWords words;

    public WorkbenchRecords(RecordsInput input, Wording wording) {
        this.input = input;
        this.wording = wording;
        this.words = new RecordWords(wording);
    }

    /** Lists the records. A place without records, or one that cannot be read, is a problem of the list. */
    public RecordList list() {
        try (RecordStore store = input.reading().get()) {
            RecordStore.Contents contents = store.records();
            List<StoredRecord> all = contents.readable();
            return new RecordList(
                    Contract.SCHEMA,
                    store.place(),
                    lines(all),
                    all.isEmpty() ? null : all.get(all.size() - 1).hash(),
                    contents.failures().stream()
                            .map(one -> wording.say(one.what()))
                            .toList());
        } catch (RecordsFailure e) {
            return new RecordList(Contract.SCHEMA, "", List.of(), null, List.of(wording.say(e.what())));
        }
    }

    /** Returns a record in full. */
    public RecordDetails details(long number) throws RefusedRequest {
        return input.read(store -> {
            StoredRecord record = store.record(number);
            List<StoredRecord> all = store.records().readable();
            if (!(record.entry() instanceof ScreeningEntry screening)) {
                return details(record, List.of(), record.fulfilments(all), record.otherDecisions(all));
            }
            List<PairResult> pairs = store.content(screening.contents().pairs(), PairResult::of);
            return details(record, pairs, List.of(), record.decisions(all));
        });
    }

    private RecordDetails details(
            StoredRecord record, List<PairResult> pairs, List<StoredRecord> fulfilments, List<StoredRecord> decisions) {
        int shown = Math.min(RecordDetails.MAX_PAIRS, pairs.size());
        return new RecordDetails(
                Contract.SCHEMA,
                wording.say(words.title(record)),
                record.entry() instanceof ScreeningEntry,
                words.facts(record),
                pairs.subList(0, shown).stream().map(this::named).toList(),
                pairs.size() - shown,
                unmet(record, fulfilments),
                lines(fulfilments),
                lines(decisions));
    }

    /** Returns the conditions of a decision without a statement that they are met. */
    private static List<RecordDetails.Unmet> unmet(StoredRecord record, List<StoredRecord> fulfilments) {
        if (!(record.entry() instanceof DecisionEntry decision)) {
            return List.of();
        }
        return decision.allConditions().stream()
                .filter(one -> fulfilments.stream()
                        .noneMatch(met -> met.entry() instanceof FulfilmentEntry entry
                                && entry.condition().id() == one.id()))
                .map(one -> new RecordDetails.Unmet(one.id(), one.text()))
                .toList();
    }

    /** Returns the lines of records, the last record first. */
    private List<RecordLine> lines(List<StoredRecord> records) {
        List<RecordLine> lines = new ArrayList<>();
        records.forEach(one -> lines.add(RecordLine.of(one, words)));
        Collections.reverse(lines);
        return lines;
    }

    /**
     * Returns the status of a pair.
     *
     * @param project the id or the name of the project, or a word of the name
     * @param city the id or the name of the city, or a word of the name
     * @param current the current screening
     */
    public PairStatus status(String project, String city, ScreeningResult current) {
        String ofProject = current.session().universe().findProject(project);
        String ofCity = current.session().universe().findCity(city);
        PairStatus.Result now = current.asked().assessments().stream()
                .filter(one -> one.project().equals(ofProject) && one.city().equals(ofCity))
                .findFirst()
                .map(one -> result(null, PairResult.of(one)))
                .orElse(null);
        try (RecordStore store = input.reading().get()) {
            RecordedPair found = RecordedPair.find(
                    store, null, now == null ? project : now.project(), now == null ? city : now.city());
            List<StoredRecord> decisions = store.records().readable().stream()
                    .filter(one -> one.entry() instanceof DecisionEntry decision
                            && decision.pair()
                                    .isOf(found.pair().project(), found.pair().city()))
                    .toList();
            PairReasons reasons = store.content(
                    found.screening().screening().contents().results(),
                    results -> PairReasons.of(results, found.pair()));
            Map<String, String> stops = reasons.stops(
                    Wording.inLanguage(found.screening().screening().options().language()));
            return new PairStatus(
                    Contract.SCHEMA,
                    now,
                    result(found.screening().number(), found.pair()),
                    null,
                    reasons.conditions().stream()
                            .map(one -> new PairStatus.Flag(one.rule(), stops.getOrDefault(one.rule(), "")))
                            .toList(),
                    lines(decisions));
        } catch (RecordsFailure e) {
            return new PairStatus(Contract.SCHEMA, now, null, wording.say(e.what()), List.of(), List.of());
        }
    }

    private PairStatus.Result result(@Nullable Long record, PairResult pair) {
        PairResult named = named(pair);
        return new PairStatus.Result(
                record,
                named.project(),
                named.projectName(),
                named.city(),
                named.cityName(),
                named.asOf(),
                named.verdict());
    }

    /** Returns a pair with the names of the language. */
    private PairResult named(PairResult pair) {
        return new PairResult(
                pair.project(),
                wording.name(pair.projectName()),
                pair.city(),
                wording.name(pair.cityName()),
                pair.asOf(),
                pair.verdict());
    }

    /** Records a screening with its pack, as {@code winnow screen --record} does. */
    public RecordReceipt record(Path pack, ScreeningRequest request, ScreeningResult result, @Nullable RequestKey key)
            throws RefusedRequest {
        return once(
                key,
                () -> input.write(store -> {
                    Recording recording = Recording.of(
                            input.origin().apply(null).of(key),
                            pack,
                            request.universe(),
                            result,
                            input.options().apply(request));
                    return store.append(recording.entry(), recording.contents());
                }));
    }

    /** Appends a record. */
    private interface Appending {
        StoredRecord done() throws RefusedRequest;
    }

    /** Appends the record of a request; returns the receipt of the first record if it is repeated. */
    private RecordReceipt once(@Nullable RequestKey key, Appending work) throws RefusedRequest {
        try {
            StoredRecord earlier = key == null ? null : earlier(key);
            return receipt(earlier == null ? work.done() : earlier);
        } catch (RecordsFailure e) {
            throw RecordsInput.refused(e);
        }
    }

    private @Nullable StoredRecord earlier(RequestKey key) {
        try (RecordStore store = input.reading().get()) {
            return store.find(key);
        } catch (RecordsFailure.None e) {
            return null;
        }
    }

    /** Records a decision, as {@code winnow decide} does. */
    public RecordReceipt decide(NewDecision given, @Nullable RequestKey key) throws RefusedRequest {
        requireReason(given.reason(), Message.of("a decision needs a reason"));
        return once(key, () -> {
            PairDecision decision = new PairDecision(
                    given.screening(),
                    given.project(),
                    given.city(),
                    given.decision(),
                    given.reason(),
                    Objects.requireNonNullElse(given.conditions(), List.of()));
            RecordedPair pair = decision.find(input.reading());
            return input.write(
                    store -> decision.append(store, pair, origin(given.by()).of(key)));
        });
    }

    /** Records that a condition is met, as {@code winnow decide --met} does. */
    public RecordReceipt fulfil(NewFulfilment given, @Nullable RequestKey key) throws RefusedRequest {
        requireReason(given.reason(), Message.of("say how the condition was met"));
        return once(key, () -> {
            ConditionFulfilment stated =
                    new ConditionFulfilment(given.record(), given.condition(), given.met(), given.reason());
            StoredRecord of = stated.find(input.reading());
            return input.write(
                    store -> stated.append(store, of, origin(given.by()).of(key)));
        });
    }

    private static void requireReason(String reason, Message otherwise) throws RefusedRequest {
        if (reason.isBlank()) {
            throw new RefusedRequest(Status.UNPROCESSABLE, otherwise);
        }
    }

    /** Returns the origin of a record by a person or body; an empty name is the account of the user. */
    private RecordOrigin origin(@Nullable String by) {
        return input.origin().apply(by == null || by.isBlank() ? null : by.strip());
    }

    private RecordReceipt receipt(StoredRecord record) {
        return new RecordReceipt(
                Contract.SCHEMA,
                record.number(),
                record.hash(),
                wording.sentence("recorded as %s, with the hash %s", record.number(), record.hash()));
    }

    /** Derives the results of a recorded screening again, as {@code winnow replay} does. */
    public ReplayOutcome replay(long number) throws RefusedRequest {
        try {
            return input.read(store -> {
                Replay replay = Replay.of(
                        store,
                        number,
                        store.record(number).screening(),
                        input.origin().apply(null));
                ReplayWords said = new ReplayWords(replay, wording);
                return new ReplayOutcome(
                        Contract.SCHEMA,
                        replay.identical(),
                        said.outcome(),
                        said.differences(ReplayOutcome.MAX_DIFFERENCES),
                        Math.max(0, replay.differences().size() - ReplayOutcome.MAX_DIFFERENCES),
                        said.programs());
            });
        } catch (PackException e) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of(
                            "record `%s` cannot be replayed: %s",
                            number, e.problems().get(0).what()));
        }
    }

    /** Compares a recorded screening with the current one. */
    public ScreeningChanges changes(long number, Screening current) throws RefusedRequest {
        return input.read(store -> {
            ScreeningEntry screening = store.record(number).screening();
            List<PairScore> recorded = store.content(screening.contents().results(), PairScore::of);
            List<PairResult> names = store.content(screening.contents().pairs(), PairResult::of);
            return ScreeningChanges.between(
                    recorded,
                    names,
                    current,
                    wording::name,
                    !screening.pack().digest().equals(current.pack().digest()),
                    !screening.universe().digest().equals(current.universe().digest()));
        });
    }
}
