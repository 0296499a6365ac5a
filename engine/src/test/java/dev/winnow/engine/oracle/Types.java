package dev.winnow.engine.oracle;

import dev.winnow.engine.AsOf;
import dev.winnow.engine.Limit;
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
import java.util.List;
import java.util.stream.Stream;

/** The types that rules speak of. */
final class Types {

    static final List<Class<?>> LISTS = List.of(
            Demand.class,
            LeadUser.class,
            Fund.class,
            District.class,
            Bottleneck.class,
            SubTrack.class,
            Firm.class,
            Goal.class,
            SisterRole.class,
            DomesticSupply.class);

    private static final List<Class<?>> OTHERS = List.of(
            Project.class,
            City.class,
            ChainLink.class,
            IndustrialChain.class,
            Presence.class,
            Coverage.class,
            Milestone.class,
            Limit.class,
            AsOf.class);

    private Types() {}

    static List<Class<?>> all() {
        return Stream.concat(LISTS.stream(), OTHERS.stream()).toList();
    }

    static Shape shape(String name) {
        return all().stream()
                .filter(type -> type.getSimpleName().equals(name))
                .map(Shape::of)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no type " + name));
    }

    /** The name of a city's list in files. */
    static String list(Class<?> type) {
        return type.getAnnotation(CityList.class).value();
    }
}
