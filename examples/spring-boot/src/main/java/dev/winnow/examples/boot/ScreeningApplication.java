package dev.winnow.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ScreeningApplication {

    /**
     * Starts the service.
     *
     * @param arguments properties, such as {@code --winnow.pack=rules/semiconductor}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ScreeningApplication.class, arguments);
    }
}
