package dev.personamarket.simulators.faults;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.pattern.PatternParseException;

@RestController
@RequestMapping("/simulator/faults")
class FaultsController {

    private final Faults faults;

    FaultsController(Faults faults) {
        this.faults = faults;
    }

    @GetMapping
    List<Fault> list() {
        return faults.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Fault cause(@RequestBody Fault fault) {
        try {
            faults.cause(fault);
            return fault;
        } catch (PatternParseException unusable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "path is no path pattern", unusable);
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.reset();
    }
}
