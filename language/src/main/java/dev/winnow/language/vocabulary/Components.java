package dev.winnow.language.vocabulary;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of the records that rules may match, by hand-written switches over their position: about as fast
 * as a call of the accessor, and without the classes that reflection and method handles generate when a program starts.
 */
final class Components {

    private Components() {}

    /**
     * The reader of a component.
     *
     * @param record the record
     * @param position the position of the component in the record, from 0
     */
    static FactType.Reader reader(Class<? extends Record> record, int position) {
        if (record == Project.class) {
            return new OfProject(position);
        }
        if (record == Milestone.class) {
            return new OfMilestone(position);
        }
        if (record == City.class) {
            return new OfCity(position);
        }
        if (record == Demand.class) {
            return new OfDemand(position);
        }
        if (record == LeadUser.class) {
            return new OfLeadUser(position);
        }
        if (record == Fund.class) {
            return new OfFund(position);
        }
        if (record == District.class) {
            return new OfDistrict(position);
        }
        if (record == Firm.class) {
            return new OfFirm(position);
        }
        if (record == Presence.class) {
            return new OfPresence(position);
        }
        if (record == Coverage.class) {
            return new OfCoverage(position);
        }
        if (record == IndustrialChain.class) {
            return new OfIndustrialChain(position);
        }
        if (record == ChainLink.class) {
            return new OfChainLink(position);
        }
        if (record == Limit.class) {
            return new OfLimit(position);
        }
        if (record == AsOf.class) {
            return new OfAsOf(position);
        }
        throw new IllegalArgumentException("no fact type: " + record);
    }

    private static IllegalStateException none(int position) {
        return new IllegalStateException("no component " + position);
    }

    private static final class OfProject implements FactType.Reader {

        private final int position;

        OfProject(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Project project = (Project) fact;
            return switch (position) {
                case 0 -> project.id();
                case 1 -> project.name();
                case 2 -> project.owner();
                case 3 -> project.city();
                case 4 -> project.decided();
                case 5 -> project.track();
                case 6 -> project.links();
                case 7 -> project.endMarkets();
                case 8 -> project.investment();
                case 9 -> project.fundingNeed();
                default -> throw none(position);
            };
        }
    }

    private static final class OfMilestone implements FactType.Reader {

        private final int position;

        OfMilestone(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Milestone milestone = (Milestone) fact;
            return switch (position) {
                case 0 -> milestone.project();
                case 1 -> milestone.step();
                case 2 -> milestone.reached();
                case 3 -> milestone.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfCity implements FactType.Reader {

        private final int position;

        OfCity(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            City city = (City) fact;
            return switch (position) {
                case 0 -> city.id();
                case 1 -> city.name();
                case 2 -> city.province();
                default -> throw none(position);
            };
        }
    }

    private static final class OfDemand implements FactType.Reader {

        private final int position;

        OfDemand(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Demand demand = (Demand) fact;
            return switch (position) {
                case 0 -> demand.city();
                case 1 -> demand.endMarket();
                case 2 -> demand.annualOutput();
                case 3 -> demand.annualUnits();
                case 4 -> demand.partsPerUnit();
                case 5 -> demand.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfLeadUser implements FactType.Reader {

        private final int position;

        OfLeadUser(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            LeadUser leadUser = (LeadUser) fact;
            return switch (position) {
                case 0 -> leadUser.city();
                case 1 -> leadUser.firm();
                case 2 -> leadUser.endMarket();
                case 3 -> leadUser.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfFund implements FactType.Reader {

        private final int position;

        OfFund(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Fund fund = (Fund) fact;
            return switch (position) {
                case 0 -> fund.city();
                case 1 -> fund.id();
                case 2 -> fund.name();
                case 3 -> fund.kind();
                case 4 -> fund.tracks();
                case 5 -> fund.capital();
                case 6 -> fund.available();
                case 7 -> fund.invested();
                case 8 -> fund.leveraged();
                case 9 -> fund.established();
                case 10 -> fund.horizonYears();
                case 11 -> fund.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfDistrict implements FactType.Reader {

        private final int position;

        OfDistrict(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            District district = (District) fact;
            return switch (position) {
                case 0 -> district.city();
                case 1 -> district.name();
                case 2 -> district.specialisms();
                case 3 -> district.keyEnterprises();
                case 4 -> district.totalInvestment();
                case 5 -> district.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfFirm implements FactType.Reader {

        private final int position;

        OfFirm(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Firm firm = (Firm) fact;
            return switch (position) {
                case 0 -> firm.city();
                case 1 -> firm.name();
                case 2 -> firm.links();
                case 3 -> firm.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfPresence implements FactType.Reader {

        private final int position;

        OfPresence(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Presence presence = (Presence) fact;
            return switch (position) {
                case 0 -> presence.city();
                case 1 -> presence.chain();
                case 2 -> presence.link();
                case 3 -> presence.stage();
                case 4 -> presence.held();
                case 5 -> presence.since();
                case 6 -> presence.holders();
                case 7 -> presence.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfCoverage implements FactType.Reader {

        private final int position;

        OfCoverage(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Coverage coverage = (Coverage) fact;
            return switch (position) {
                case 0 -> coverage.city();
                case 1 -> coverage.chain();
                case 2 -> coverage.stage();
                case 3 -> coverage.held();
                case 4 -> coverage.since();
                case 5 -> coverage.evidence();
                default -> throw none(position);
            };
        }
    }

    private static final class OfIndustrialChain implements FactType.Reader {

        private final int position;

        OfIndustrialChain(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            IndustrialChain industrialChain = (IndustrialChain) fact;
            return switch (position) {
                case 0 -> industrialChain.id();
                case 1 -> industrialChain.name();
                case 2 -> industrialChain.links();
                default -> throw none(position);
            };
        }
    }

    private static final class OfChainLink implements FactType.Reader {

        private final int position;

        OfChainLink(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            ChainLink chainLink = (ChainLink) fact;
            return switch (position) {
                case 0 -> chainLink.id();
                case 1 -> chainLink.name();
                case 2 -> chainLink.chain();
                case 3 -> chainLink.stage();
                case 4 -> chainLink.upstream();
                case 5 -> chainLink.downstream();
                case 6 -> chainLink.neighbours();
                default -> throw none(position);
            };
        }
    }

    private static final class OfLimit implements FactType.Reader {

        private final int position;

        OfLimit(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            Limit limit = (Limit) fact;
            return switch (position) {
                case 0 -> limit.id();
                case 1 -> limit.value();
                default -> throw none(position);
            };
        }
    }

    private static final class OfAsOf implements FactType.Reader {

        private final int position;

        OfAsOf(int position) {
            this.position = position;
        }

        @Override
        public @Nullable Object of(Object fact) {
            AsOf asOf = (AsOf) fact;
            return switch (position) {
                case 0 -> asOf.date();
                case 1 -> asOf.startOfYear();
                default -> throw none(position);
            };
        }
    }
}
