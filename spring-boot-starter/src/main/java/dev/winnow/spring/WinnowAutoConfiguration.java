package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.records.internal.store.RecordStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Defines beans of {@link RulePack}, {@link Screener}, {@link Universe}, {@link CurrentPack} and {@link
 * ScreeningService} if {@code winnow.pack} is set or a bean of {@link PackSource} exists. {@code RulePack} and {@code
 * Screener} are created for each injection: a long-lived bean that needs the edited pack uses {@code CurrentPack}
 * instead.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@Conditional(WinnowAutoConfiguration.HasPack.class)
@EnableConfigurationProperties(WinnowProperties.class)
@Internal
public final class WinnowAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WinnowAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    CurrentPack currentPack(
            WinnowProperties properties, ObjectProvider<PackSource> source, ObjectProvider<ScreeningWatch> watch) {
        return new CurrentPack(
                source.getIfAvailable(() -> source(Objects.requireNonNull(properties.pack()))),
                watch.getIfAvailable(() -> ScreeningWatch.NONE));
    }

    private static LocalPack source(String place) {
        return WinnowProperties.isOnClassPath(place) ? new PackedPack(place) : new PackFolder(path(place));
    }

    private static Path path(String place) {
        return place.startsWith("file:") ? Path.of(URI.create(place)) : Path.of(place);
    }

    @Bean
    @ConditionalOnProperty(name = "winnow.reload.enabled", matchIfMissing = true)
    PackReload packReload(CurrentPack current, WinnowProperties properties) {
        return new PackReload(current, properties.reload().interval());
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    RulePack rulePack(CurrentPack current) {
        return current.get().pack();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    Screener screener(CurrentPack current) {
        return current.get().screener();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("winnow.universe")
    Universe universe(CurrentPack current, WinnowProperties properties) {
        Vocabulary facts = facts(current.get().pack().vocabulary(), properties.factsOf());
        Universe universe = read(facts, properties.universe());
        if (universe.projectIds().isEmpty() && universe.cityIds().isEmpty()) {
            universe.requireWhole(); // every entry was left out
        }
        for (Problem problem : universe.problems()) {
            LOG.warn("Left out of universe {}: {}", universe.name(), problem);
        }
        return universe;
    }

    /** Returns the facts that may be stated: those of the pack, and those of the packs at other places. */
    private static Vocabulary facts(Vocabulary ofPack, List<String> places) {
        Vocabulary facts = ofPack;
        List<Problem> problems = new ArrayList<>();
        for (String place : places) {
            facts = facts.and(source(place).vocabulary(problems), problems);
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems);
        }
        return facts;
    }

    private static Universe read(Vocabulary vocabulary, List<String> places) {
        if (!WinnowProperties.isOnClassPath(places.get(0))) {
            return Universe.read(
                    vocabulary,
                    places.stream().map(WinnowAutoConfiguration::path).toArray(Path[]::new));
        }
        Map<String, String> texts = new HashMap<>();
        for (String place : places) {
            Map<String, String> files = ClassPathFiles.read(place);
            files.keySet().removeIf(name -> !name.matches("(?i).*\\.(ya?ml|json)"));
            if (files.isEmpty()) {
                throw new UniverseException(
                        place, List.of(Problem.at(Place.file(place), "the folder contains no universe file")));
            }
            // Named as in a folder, so that equal files have equal digests.
            files.forEach((name, text) ->
                    texts.put(texts.containsKey(name) ? ClassPathFiles.name(place) + "/" + name : name, text));
        }
        return Universe.parse(vocabulary, texts);
    }

    @Bean
    @ConditionalOnMissingBean
    ScreeningService screeningService(
            CurrentPack current,
            ObjectProvider<Universe> universe,
            ObjectProvider<ScreeningWatch> watch,
            RequestLimits limits) {
        return new ScreeningService(
                current, universe.getIfAvailable(), watch.getIfAvailable(() -> ScreeningWatch.NONE), limits);
    }

    @Bean
    RequestLimits requestLimits(WinnowProperties properties) {
        return new RequestLimits(properties.limits());
    }

    /** Whether a property names a pack or the application supplies one. */
    static final class HasPack extends AnyNestedCondition {

        HasPack() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("winnow.pack")
        static final class ByName {}

        @ConditionalOnBean(PackSource.class)
        static final class BySource {}
    }

    /** Defines beans for records if their module is present and their place is set. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RecordStore.class)
    @ConditionalOnProperty("winnow.records.place")
    static class Records {

        @Bean
        @ConditionalOnProperty(name = "winnow.records.read-only", havingValue = "false", matchIfMissing = true)
        ScreeningRecords screeningRecords(WinnowProperties properties, CurrentPack current) {
            return new ScreeningRecords(
                    Objects.requireNonNull(properties.records().place()), current);
        }

        @Bean
        RecordedHistory recordedHistory(WinnowProperties properties) {
            return new RecordedHistory(
                    Objects.requireNonNull(properties.records().place()));
        }
    }

    /** Defines metrics if Micrometer is present. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Metrics {

        @Bean
        ScreeningWatch meteredScreenings(MeterRegistry registry) {
            return new MeteredScreenings(registry);
        }

        @Bean
        MeterBinder stalePackGauge(CurrentPack current) {
            return registry -> Gauge.builder(
                            "winnow.pack.stale",
                            current,
                            pack -> pack.problems().isEmpty() ? 0 : 1)
                    .description("1 while the edited pack has problems and the one before counts")
                    .tag("pack", current.get().pack().name())
                    .register(registry);
        }
    }

    /** Defines the health indicator if Actuator is present. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
    static class HealthOfPack {

        @Bean
        @ConditionalOnEnabledHealthIndicator("winnow") // on the class, the annotation would be looked up without
        // Actuator
        @ConditionalOnMissingBean(name = "winnowHealthIndicator")
        HealthIndicator winnowHealthIndicator(CurrentPack current, ObjectProvider<Universe> universe) {
            return new PackHealth(current, universe.getIfAvailable());
        }
    }

    /** Defines answers and problems if Spring MVC is present. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({DispatcherServlet.class, ProblemDetail.class})
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Web {

        @Bean
        HttpMessageConverter<Screened> screenedConverter(RequestLimits limits) {
            return new ScreenedConverter(limits);
        }

        @Bean
        ScreeningProblems screeningProblems(
                CurrentPack current, ObjectProvider<Universe> universe, RequestLimits limits) {
            return new ScreeningProblems(ServerPaths.of(current, universe.getIfAvailable()), limits);
        }

        @Bean
        @ConditionalOnProperty("winnow.web.enabled")
        ContractController contractController(
                WinnowProperties properties,
                CurrentPack current,
                ScreeningService screenings,
                ObjectProvider<Universe> universe,
                RequestLimits limits) {
            return new ContractController(
                    new KnownScreening(current, screenings, universe.getIfAvailable()),
                    screenings,
                    limits,
                    properties.web().path());
        }
    }
}
