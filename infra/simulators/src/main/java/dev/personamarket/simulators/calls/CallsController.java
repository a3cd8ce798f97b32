package dev.personamarket.simulators.calls;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/simulator/calls")
class CallsController {

    private final Calls calls;

    CallsController(Calls calls) {
        this.calls = calls;
    }

    @GetMapping
    List<Call> list() {
        return calls.all();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        calls.reset();
    }
}
