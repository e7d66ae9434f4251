# Parts that several sentences share.

# $sound is how the name begins: "vowel" or "consonant"; "none" when it takes no article.
service =
    { $sound ->
        [vowel] an { $name }
        [none] { $name }
       *[consonant] a { $name }
    }
# $title is how the name begins on paper.
titled =
    { $title ->
        [professor] Professor { $name }
       *[doctor] Doctor { $name }
    }

# $kind is what the list is about, for languages where the word depends on it.
others = others

times-on-day = { $times } on { $day }
times-same-day = { $times } the same day

offer-one = I have { $options }. Would you like that?
offer-several = I have { $options }. Which would you like?
did-you-mean = Did you mean { $options }?
take-message = I can take a message or connect you to a person.
