package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Internal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of an assessment to write, named as in the contract. Fields that are left out are not computed. Immutable.
 */
@Internal
public final class Fields {

    /** The field of a document beside its assessments. */
    public static final String RANKINGS = "rankings";

    /** The keys of an assessment, in the order of the contract. */
    public static final List<String> OF_ASSESSMENT = Stream.of(ScreeningDocument.Assessment.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** Every field. */
    public static final Fields ALL = new Fields(all(), Contract.MAPPER);

    /** Fields with ways to a decision. */
    private static final Set<String> WAYS = Set.of("ways", "clearings", "knownWays", "baseWays");

    /** Further fields that need the reasons of an assessment. */
    private static final Set<String> REASONED =
            Set.of("criteria", "findings", "undetermined", "conditions", "questions", "base");

    private static final String FILTER = "fields";

    private final Set<String> wanted;
    private final JsonMapper mapper;

    private Fields(Set<String> wanted, JsonMapper mapper) {
        this.wanted = wanted;
        this.mapper = mapper;
    }

    private static Set<String> all() {
        List<String> all = new ArrayList<>(OF_ASSESSMENT);
        all.add(RANKINGS);
        return Set.copyOf(all);
    }

    /**
     * Returns a selection of fields.
     *
     * @param names names in {@link #OF_ASSESSMENT}, or {@link #RANKINGS}
     */
    public static Fields of(Collection<String> names) {
        return new Fields(
                Set.copyOf(names),
                Contract.MAPPER
                        .rebuild()
                        .addMixIn(ScreeningDocument.Assessment.class, Filtered.class)
                        .filterProvider(new SimpleFilterProvider()
                                .addFilter(FILTER, SimpleBeanPropertyFilter.filterOutAllExcept(Set.copyOf(names))))
                        .build());
    }

    /** Marks the record whose fields are filtered. */
    @JsonFilter(FILTER)
    private interface Filtered {}

    /** Returns whether a field is written. */
    public boolean has(String name) {
        return wanted.contains(name);
    }

    /** Returns a mapper that writes only these fields. */
    JsonMapper mapper() {
        return mapper;
    }

    /** Returns whether any field with ways to a decision is written. */
    boolean hasWays() {
        return !Collections.disjoint(wanted, WAYS);
    }

    /** Judges a batch, and explains it if these fields need reasons. */
    public Stream<Explanation> explained(Batch batch) {
        return needReasons()
                ? batch.explain().stream()
                : batch.assess().stream().map(Explanation::withoutReasons);
    }

    /** Returns whether any field needs the reasons of an assessment. */
    private boolean needReasons() {
        return hasWays() || !Collections.disjoint(wanted, REASONED);
    }

    /**
     * Explains assessments, as far as these fields need it.
     *
     * @param assessments the assessments of the session, best grouped by city and day
     */
    public Stream<Explanation> explained(
            ScreeningSession session, List<dev.winnow.model.result.Assessment> assessments) {
        return has("base")
                ? session.explanationsWithCritical(assessments)
                : needReasons()
                        ? session.explanations(assessments)
                        : assessments.stream().map(Explanation::withoutReasons);
    }
}
