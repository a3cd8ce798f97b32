package dev.personamarket.preview.model;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What personalities may wish for. Who runs the marketplace pays for it and answers for it: a model that is not allowed is
 * the usual one instead, and a temperature that is too high the highest.
 *
 * @param models             names that may be wished for, beside the usual one
 * @param highestTemperature from 0 to 2
 */
record Generations(String usualModel, @Nullable Double usualTemperature, Set<String> models,
        double highestTemperature) {

    static Generations of(ModelProperties properties) {
        return new Generations(properties.name(), properties.temperature(), Set.copyOf(properties.allowedModels()),
                properties.highestTemperature());
    }

    String model(Generation wish) {
        return wish.model() != null && models.contains(wish.model()) ? wish.model() : usualModel;
    }

    /** Null for the model's own. */
    @Nullable
    Double temperature(Generation wish) {
        return wish.temperature() == null
                ? usualTemperature
                : Double.valueOf(Math.min(wish.temperature(), highestTemperature));
    }
}
