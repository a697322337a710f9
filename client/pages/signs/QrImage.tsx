type QrImageProps = {
  /** SVG as the server drew it. */
  readonly qr: string
  readonly alt: string
}

export function QrImage({ qr, alt }: QrImageProps) {
  return <img className="sign-qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} alt={alt} />
}
