package dev.winnow.spring;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.PackContent;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.replay.ConditionFulfilment;
import dev.winnow.records.internal.replay.PairDecision;
import dev.winnow.records.internal.replay.ProposedCondition;
import dev.winnow.records.internal.replay.RecordedPair;
import dev.winnow.records.internal.replay.Recording;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.spring.RecordingException.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records screenings and decisions at {@code winnow.records.place}, as {@code winnow screen --record} and {@code winnow
 * decide} do. {@code winnow replay} derives a recorded screening again. Thread-safe.
 */
public final class ScreeningRecords {

    private final RecordsPlace place;
    private final CurrentPack packs;
    private final Supplier<Instant> clock;

    ScreeningRecords(String place, CurrentPack packs) {
        this(place, packs, Instant::now);
    }

    ScreeningRecords(String place, CurrentPack packs, Supplier<Instant> clock) {
        this.place = RecordsPlace.of(place, System::getenv);
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * A record that was written.
     *
     * @param number its number, from 1
     * @param hash its hash, to note elsewhere
     */
    public record Receipt(long number, String hash) {}

    /**
     * Records a screening with everything needed to derive it again.
     *
     * @param screened the screening, from {@link ScreeningService#screen}
     * @param by the person who screened; not verified
     * @return the record, which is written completely or not at all
     * @throws RecordingException if it cannot be recorded
     * @throws IllegalArgumentException if the screening is from {@link ScreeningService#screenAlone}, which omits
     *     analyses that a record contains
     */
    public Receipt record(Screened screened, String by) {
        if (screened.insight() == null) {
            throw new IllegalArgumentException(
                    "a screening without analyses cannot be recorded; use ScreeningService.screen");
        }
        ScreeningResult result = screened.result();
        RulePack pack = result.pack();
        LoadedPack loaded = packs.recent(pack.digest());
        if (loaded == null) {
            throw new RecordingException(
                    Reason.CHANGED,
                    Message.of("pack `%s` changed since the screening; screen again", pack.name()),
                    null);
        }
        ScreeningOptions options = new ScreeningOptions(
                screened.language(),
                null,
                List.of(),
                List.of(),
                asked(result),
                null,
                null,
                null,
                Robustness.SEED,
                "fused");
        return RecordedHistory.convertFailures(() -> {
            Recording recording = Recording.of(
                    origin(by),
                    new PackContent(pack.name(), loaded.files()),
                    result.session().universe(),
                    result,
                    options);
            try (RecordStore store = RecordStore.toWrite(place)) {
                return receipt(store.append(recording.entry(), recording.contents()));
            }
        });
    }

    /** Returns the requested projects; null if all were requested. */
    private static @Nullable List<String> asked(ScreeningResult result) {
        Set<String> asked = projects(result.asked());
        return asked.equals(projects(result.whole())) ? null : List.copyOf(asked);
    }

    private static Set<String> projects(Screening screening) {
        return screening.assessments().stream().map(Assessment::project).collect(Collectors.toSet());
    }

    /**
     * Records a decision on a pair, for the last recorded screening that contains it.
     *
     * @param project the id of the project
     * @param city the id of the city
     * @param decision the decision
     * @param reason its reason
     * @param by the person who decided; not verified
     * @return the record
     * @throws RecordingException if no recorded screening contains the pair, or the decision cannot be recorded
     */
    public Receipt decide(String project, String city, Verdict decision, String reason, String by) {
        return decide(project, city, decision, reason, by, List.of());
    }

    /**
     * A condition of a decision.
     *
     * @param text the condition in words
     * @param about the id of a red flag or knock-out of the pair, or the name of a fact that it asks for, on which the
     *     condition depends; null if only people can say whether it is met
     * @param owner the person or body that is to meet it; null if none is named
     * @param due the last day to meet it
     */
    public record Condition(
            String text, @Nullable String about, @Nullable String owner, LocalDate due) {}

    /**
     * Records a decision with conditions on a pair, for the last recorded screening that contains it.
     *
     * @param project the id of the project
     * @param city the id of the city
     * @param decision the decision
     * @param reason its reason
     * @param by the person who decided; not verified
     * @param conditions its conditions, which are numbered from 1
     * @return the record
     * @throws RecordingException if no recorded screening contains the pair, or the decision cannot be recorded
     */
    public Receipt decide(
            String project, String city, Verdict decision, String reason, String by, List<Condition> conditions) {
        return RecordedHistory.convertFailures(() -> {
            PairDecision asked = new PairDecision(
                    null,
                    project,
                    city,
                    decision,
                    reason,
                    conditions.stream()
                            .map(one -> new ProposedCondition(one.text(), one.about(), one.owner(), one.due()))
                            .toList());
            RecordedPair pair = asked.find(() -> RecordStore.toRead(place));
            try (RecordStore store = RecordStore.toWrite(place)) {
                return receipt(asked.append(store, pair, origin(by)));
            }
        });
    }

    /**
     * Records that a condition of a decision is met today.
     *
     * @param decision the record number of the decision
     * @param condition the number of the condition, from 1
     * @param reason how it was met
     * @param by the person who says so; not verified
     * @return the record
     * @throws RecordingException if the record is no decision with this condition, or the statement cannot be recorded
     */
    public Receipt fulfil(long decision, int condition, String reason, String by) {
        return RecordedHistory.convertFailures(() -> {
            ConditionFulfilment stated = new ConditionFulfilment(decision, condition, null, reason);
            StoredRecord of = stated.find(() -> RecordStore.toRead(place));
            try (RecordStore store = RecordStore.toWrite(place)) {
                return receipt(stated.append(store, of, origin(by)));
            }
        });
    }

    private RecordOrigin origin(String by) {
        return new RecordOrigin(
                clock.get(),
                by,
                Objects.requireNonNullElse(RulePack.class.getPackage().getImplementationVersion(), ""),
                System.getProperty("java.version", ""));
    }

    private static Receipt receipt(StoredRecord record) {
        return new Receipt(record.number(), record.hash());
    }
}
