package dev.personamarket.gateway.identity;

import java.time.Duration;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.nimbusds.jose.jwk.JWKSet;

/** The public half of the signing key, for the services to check identities with. */
@RestController
class KeysController {

    private final Map<String, Object> keys;

    KeysController(SigningKey signingKey) {
        keys = new JWKSet(signingKey.key()).toJSONObject(true);
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(1))).body(keys);
    }
}
