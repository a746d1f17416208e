-- Situations a claim can be about, with the evidence each asks for. The codes are firm, the words are the operator's.
create table category (
    code              text primary key,
    position          int not null,
    name_es           text not null,
    name_en           text not null,
    description_es    text not null,
    description_en    text not null,
    icon              text not null,
    compensation      text not null check (compensation in ('NONE', 'VALUE', 'POSTAGE', 'AMOUNT_DUE', 'ADJUSTMENT')),
    tracking_required boolean not null,
    active            boolean not null default true
);

create table evidence_type (
    category_code text not null references category,
    code          text not null,
    position      int not null,
    name_es       text not null,
    name_en       text not null,
    hint_es       text not null,
    hint_en       text not null,
    required      boolean not null,
    primary key (category_code, code)
);

insert into category (code, position, name_es, name_en, description_es, description_en, icon, compensation, tracking_required) values
('DAMAGE', 1, 'Llegó dañado', 'Arrived damaged', 'La caja o el contenido están rotos, mojados o golpeados.', 'The box or its content is broken, wet or dented.', 'package-x', 'VALUE', true),
('LOSS', 2, 'Se perdió', 'Got lost', 'No aparece y ya pasó la fecha de entrega.', 'It cannot be found and the delivery date has passed.', 'package-search', 'VALUE', true),
('RIFLING', 3, 'Falta contenido', 'Content is missing', 'La caja llegó abierta o con menos productos.', 'The box arrived open or with fewer products.', 'package-open', 'VALUE', true),
('DELAY', 4, 'Llegó tarde', 'Arrived late', 'Se entregó después del plazo comprometido.', 'It was delivered after the promised date.', 'clock-alert', 'POSTAGE', true),
('DISPUTED_DELIVERY', 5, 'Figura entregado, pero no llegó', 'Shown as delivered, but never arrived', 'El seguimiento dice entregado y nadie lo recibió.', 'Tracking says delivered and nobody received it.', 'circle-help', 'VALUE', true),
('MISDELIVERY', 6, 'Lo entregaron en otro lugar', 'Delivered somewhere else', 'Otra dirección u otra persona.', 'Another address or another person.', 'map-pin-x', 'VALUE', true),
('PICKUP_FAILURE', 7, 'Problema con un retiro', 'Problem with a pickup', 'No pasaron a buscar la carga o quedó incompleta.', 'Nobody came for the load, or part of it stayed behind.', 'truck', 'NONE', false),
('WRONG_RETURN', 8, 'Devolución indebida', 'Wrongly returned', 'Lo devolvieron sin razón o la devolución no llegó.', 'It was sent back without reason, or the return never arrived.', 'undo-2', 'POSTAGE', true),
('NO_MOVEMENT', 9, 'Sin movimiento en el seguimiento', 'No movement in tracking', 'Hace días que el seguimiento no cambia.', 'Tracking has not changed for days.', 'map-pin-off', 'NONE', true),
('COD_NOT_REMITTED', 10, 'Pago contra entrega no rendido', 'Cash on delivery not remitted', 'El destinatario pagó y el dinero no ha llegado.', 'The addressee paid and the money has not arrived.', 'banknote', 'AMOUNT_DUE', true),
('BILLING', 11, 'Cobro incorrecto', 'Wrong charge', 'Una factura o un cobro no corresponde.', 'An invoice or a charge is not right.', 'receipt', 'ADJUSTMENT', false),
('OTHER', 12, 'Otra consulta', 'Another question', 'Datos de la cuenta o algo distinto.', 'Account details or something else.', 'circle-ellipsis', 'NONE', false);

insert into evidence_type (category_code, code, position, name_es, name_en, hint_es, hint_en, required) values
('DAMAGE', 'PACKAGING_PHOTO', 1, 'Foto de la caja por fuera', 'Photo of the outside of the box', 'Con el daño a la vista', 'With the damage in view', true),
('DAMAGE', 'CONTENT_PHOTO', 2, 'Foto del producto dañado', 'Photo of the damaged product', 'De cerca y con buena luz', 'Close up and in good light', true),
('DAMAGE', 'LABEL_PHOTO', 3, 'Foto de la etiqueta', 'Photo of the label', 'Con el número legible', 'With a readable number', true),
('DAMAGE', 'PROOF_OF_VALUE', 4, 'Boleta o factura', 'Receipt or invoice', 'Para calcular la indemnización', 'To work out the compensation', false),
('LOSS', 'POSTING_PROOF', 1, 'Comprobante de envío o manifiesto de retiro', 'Proof of posting or pickup manifest', 'Muestra que lo recibimos', 'Shows that we received it', true),
('LOSS', 'PROOF_OF_VALUE', 2, 'Boleta o factura', 'Receipt or invoice', 'Para calcular la indemnización', 'To work out the compensation', false),
('RIFLING', 'PACKAGING_PHOTO', 1, 'Foto de la caja por fuera', 'Photo of the outside of the box', 'Con los sellos y cintas a la vista', 'With seals and tape in view', true),
('RIFLING', 'PACKING_LIST', 2, 'Lista de contenido o factura', 'Packing list or invoice', 'Muestra lo que falta', 'Shows what is missing', true),
('DELAY', 'POSTING_PROOF', 1, 'Comprobante de envío', 'Proof of posting', 'Con la fecha de entrega a correo', 'With the date of posting', false),
('MISDELIVERY', 'ADDRESSEE_STATEMENT', 1, 'Declaración del destinatario', 'Statement of the addressee', 'Un correo o una carta basta', 'An e-mail or a letter is enough', false),
('DISPUTED_DELIVERY', 'ADDRESSEE_STATEMENT', 1, 'Declaración del destinatario', 'Statement of the addressee', 'Un correo o una carta basta', 'An e-mail or a letter is enough', false),
('WRONG_RETURN', 'LABEL_PHOTO', 1, 'Foto de la etiqueta', 'Photo of the label', 'Con el número legible', 'With a readable number', false),
('COD_NOT_REMITTED', 'ORDER_REFERENCE', 1, 'Referencia del pedido o contrato', 'Order or contract reference', 'Con el monto por rendir', 'With the amount to be remitted', true),
('PICKUP_FAILURE', 'PICKUP_MANIFEST', 1, 'Manifiesto de retiro', 'Pickup manifest', 'Si lo tienes a mano', 'If you have it at hand', false),
('BILLING', 'INVOICE', 1, 'Factura', 'Invoice', 'La del cobro que no corresponde', 'The one with the wrong charge', true);
