package dev.winnow.engine.oracle;

import dev.winnow.language.vocabulary.AsOf;
import dev.winnow.language.vocabulary.Limit;
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
