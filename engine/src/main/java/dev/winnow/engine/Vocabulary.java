package dev.winnow.engine;

import dev.winnow.model.Bottleneck;
import dev.winnow.model.ChainLink;
import dev.winnow.model.City;
import dev.winnow.model.CityList;
import dev.winnow.model.Coverage;
import dev.winnow.model.Demand;
import dev.winnow.model.District;
import dev.winnow.model.DomesticSupply;
import dev.winnow.model.Firm;
import dev.winnow.model.Fund;
import dev.winnow.model.Goal;
import dev.winnow.model.IndustrialChain;
import dev.winnow.model.LeadUser;
import dev.winnow.model.Milestone;
import dev.winnow.model.Presence;
import dev.winnow.model.Project;
import dev.winnow.model.SisterRole;
import dev.winnow.model.SubTrack;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that rules may match: the model's, the pack's limits and the day of screening. */
final class Vocabulary {

    private static final Map<String, FactType> TYPES = types();
    private static final List<Record> UNWRITTEN = unwritten();

    private Vocabulary() {}

    static @Nullable FactType type(String name) {
        return TYPES.get(name);
    }

    static List<String> names() {
        return List.copyOf(TYPES.keySet());
    }

    /** The unwritten row of each list type: what an incomplete list may hold besides. */
    static List<Record> unwrittenRows() {
        return UNWRITTEN;
    }

    /** Whether a fact is one of these; they are the only ones there are. */
    static boolean isUnwritten(Object fact) {
        for (Object unwritten : UNWRITTEN) {
            if (unwritten == fact) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, FactType> types() {
        Map<String, FactType> types = new LinkedHashMap<>();
        for (Class<? extends Record> record : List.of(
                Project.class,
                Milestone.class,
                City.class,
                Demand.class,
                LeadUser.class,
                Fund.class,
                District.class,
                Bottleneck.class,
                SubTrack.class,
                Goal.class,
                SisterRole.class,
                DomesticSupply.class,
                Firm.class,
                Presence.class,
                Coverage.class,
                IndustrialChain.class,
                ChainLink.class,
                Limit.class,
                AsOf.class)) {
            types.put(record.getSimpleName(), FactType.of(record));
        }
        return types;
    }

    private static List<Record> unwritten() {
        List<Record> rows = new ArrayList<>();
        for (FactType type : TYPES.values()) {
            if (type.record().isAnnotationPresent(CityList.class)) {
                Constructor<?> canonical = type.record().getDeclaredConstructors()[0];
                try {
                    rows.add((Record) canonical.newInstance(new Object[canonical.getParameterCount()]));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("no unwritten row of " + type.name(), e);
                }
            }
        }
        return List.copyOf(rows);
    }
}
