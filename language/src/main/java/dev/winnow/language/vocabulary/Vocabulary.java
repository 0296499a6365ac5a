package dev.winnow.language.vocabulary;

import dev.winnow.model.domain.Bottleneck;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.DomesticSupply;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Goal;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.domain.SisterRole;
import dev.winnow.model.domain.SubTrack;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fact types that rules may match: the model's, the pack's limits and the day of screening. */
public final class Vocabulary {

    private static final Map<String, FactType> TYPES = types();
    private static final List<Record> UNWRITTEN = unwritten();

    private Vocabulary() {}

    public static @Nullable FactType type(String name) {
        return TYPES.get(name);
    }

    public static List<String> names() {
        return List.copyOf(TYPES.keySet());
    }

    /** The unwritten row of each list type, which stands for rows missing from an incomplete list. */
    public static List<Record> unwrittenRows() {
        return UNWRITTEN;
    }

    /** Whether a fact is one of the unwritten rows. */
    public static boolean isUnwritten(Object fact) {
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
