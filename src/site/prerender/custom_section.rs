//! Custom sections of WebAssembly modules: data that travels inside of a `.wasm` file.

/// `module` with a custom section of this name and content added at its end.
pub fn append(module: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    const CUSTOM: u8 = 0;
    let mut section = leb128(name.len());
    section.extend_from_slice(name.as_bytes());
    section.extend_from_slice(content);
    let mut module = module.to_vec();
    module.push(CUSTOM);
    module.extend(leb128(section.len()));
    module.extend(section);
    module
}

/// A length as WebAssembly writes it: seven bits a byte, the lowest first.
fn leb128(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        bytes.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_take_a_byte_for_every_seven_bits() {
        assert_eq!(leb128(0), [0]);
        assert_eq!(leb128(127), [0x7f]);
        assert_eq!(leb128(128), [0x80, 1]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn a_section_stands_behind_the_module() {
        let module = append(b"\0asm\x01\0\0\0", "plan", b"abc");
        assert_eq!(&module[8..], [0, 8, 4, b'p', b'l', b'a', b'n', b'a', b'b', b'c']);
    }
}
