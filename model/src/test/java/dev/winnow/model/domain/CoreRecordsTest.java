package dev.winnow.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written out of the core's records is what their annotations say. */
class CoreRecordsTest {

    private static final List<Class<? extends Record>> OTHERS = List.of(
            Project.class,
            Milestone.class,
            City.class,
            Presence.class,
            Coverage.class,
            IndustrialChain.class,
            ChainLink.class,
            DeclaredRow.class,
            Outcome.class);

    private static List<Class<? extends Record>> all() {
        List<Class<? extends Record>> all = new ArrayList<>(OTHERS);
        all.addAll(CityList.TYPES);
        return all;
    }

    @Test
    void theirComponentsAreWhatTheirAnnotationsSay() {
        for (Class<? extends Record> record : all()) {
            assertThat(CoreRecords.parts(record)).as(record.getSimpleName()).isEqualTo(CoreRecords.read(record));
        }
    }

    @Test
    void theListsOfACityAreWhatTheirAnnotationsSay() {
        for (Class<? extends Record> record : all()) {
            CityList list = record.getAnnotation(CityList.class);
            assertThat(CoreRecords.list(record))
                    .as(record.getSimpleName())
                    .isEqualTo(list == null ? null : list.value());
            assertThat(CoreRecords.key(record)).isEqualTo(list == null ? List.of() : List.of(list.key()));
        }
    }
}
